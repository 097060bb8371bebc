/**
 * Card management (カード管理システム): production, and what the register's events mean for cards.
 *
 * <p>The ideas, and what would break without them:
 *
 * <ul>
 *   <li><b>A card in production cannot outlive a change.</b> The record is read with its version,
 *       the chip is personalised, and only if the register still says the same are the certificates
 *       made good. A change that comes after this question ends the certificates itself: {@link
 *       org.openmyna.server.cards.api.CardService#residentChanged} discards what is under way too.
 *   <li><b>One commit decides.</b> The row of a card goes from MAKING to DELIVERING in one
 *       statement that also sees whether somebody has told of a change. Before it, whoever finds
 *       the row throws the card away; after it, whoever finds it finishes. Both may be repeated.
 *   <li><b>The lock ends with the program.</b> Whoever makes a person's card holds a session lock
 *       of the database. A row without it is what a kill left; the next start, or the next call for
 *       this person, settles it.
 *   <li><b>The issuer's folder is open while a chip is personalised and not longer</b>, since
 *       {@code openmyna card new} opens it too. How the authorities know somebody needs a derived
 *       key only, which is kept ({@link org.openmyna.card.issuer.keys.HolderNames}): changes of the
 *       register never wait for a card.
 *   <li><b>No name, no code, no number is stored here.</b> A row has the register's id of a person
 *       and the name that the authorities know, and what is printed on the card for the picture of
 *       it in a test country.
 * </ul>
 *
 * <p>Today the chips are personalised beside the authorities, in one program: production takes them
 * as objects. Production on another machine, over the authority's desk, comes with a later issue;
 * lapses go over the desk already.
 */
@NullMarked
package org.openmyna.server.cards;

import org.jspecify.annotations.NullMarked;
