/**
 * From a blank card, a resident and two authorities to a card that works, and what the counter does
 * with it until its last day.
 *
 * <p>The ideas, and what would break without them:
 *
 * <ul>
 *   <li><b>The chip makes its keys.</b> All six pairs; nothing here ever sees a private key of a
 *       card, and certificates are asked for with requests that the chip itself signed.
 *   <li><b>One place makes the signed files</b>, at personalisation and in every act, and an act
 *       writes those that came out different. So a card in use can never hold a mixture.
 *   <li><b>One step decides.</b> An act spans the chip, the authorities and the register, and no
 *       transaction joins them. Everything before the chip's COMMIT can be taken back, everything
 *       after it only follows; a note on the disk says what, and the state of the card says which.
 *       See {@link org.openmyna.card.issuer.IssuerDesk}.
 *   <li><b>No living certificate without its card.</b> Whatever fails, the certificate whose key is
 *       gone gets revoked, by the failing call or by the next act.
 *   <li><b>The record is the register's.</b> {@link org.openmyna.card.issuer.IssuedCard} is a
 *       value; a record that is older than the card is refused, so that no act undoes another.
 *   <li><b>What was written is read back</b>, byte for byte, before a card is closed.
 * </ul>
 *
 * <p>{@link org.openmyna.card.issuer.CardIssuer} makes cards, {@link
 * org.openmyna.card.issuer.IssuerDesk} serves them; keys, channel and card face have packages of
 * their own.
 */
@NullMarked
package org.openmyna.card.issuer;

import org.jspecify.annotations.NullMarked;
