/**
 * The issuer's side of the issuer channel: SCP03 (GlobalPlatform Card Specification, Amendment D
 * 1.1.2) with AES-128, S8 mode, a random card challenge, security level 33 (commands and answers
 * encrypted and authenticated).
 *
 * <p>It shares no code with the chip's side, so that each is a test of the other. A card whose
 * cryptogram is wrong gets no cryptogram of ours: the card of another issuer loses no try and
 * learns nothing. After any answer that is not as it must be the channel is dead; the card forgets
 * what was not committed.
 */
@NullMarked
package org.openmyna.card.issuer.channel;

import org.jspecify.annotations.NullMarked;
