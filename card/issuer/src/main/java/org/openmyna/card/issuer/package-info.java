/**
 * Personalisation: from a blank card, a resident and two authorities to a card that works.
 *
 * <p>All of it goes over APDUs, and only while the card is BLANK. The chip makes both key pairs;
 * nothing here ever sees a private key. {@link org.openmyna.card.issuer.CardIssuer} asks the
 * authorities for the certificates with requests that the chip itself signed, writes them, reads
 * everything back, lets the chip prove both keys, and closes the card. If any step fails after a
 * certificate was issued, that certificate is revoked as thrown away before delivery, so that no
 * living certificate lacks its card.
 */
@NullMarked
package org.openmyna.card.issuer;

import org.jspecify.annotations.NullMarked;
