/**
 * The cards that lie before the agent: in readers, or in the drawer of a test country. {@link
 * org.openmyna.agent.card.Cards} is the door; {@link org.openmyna.agent.card.CardTable} says what
 * lies there.
 *
 * <p>A card is looked at before anybody is asked for a PIN: its chain must be one of test cards (a
 * real one is refused, and so is what cannot be told), its certificate in force, and its remaining
 * tries are read. A card is held only as long as it is asked; between the looks other programs may
 * use it, so what signs is compared with what was looked at.
 */
@NullMarked
package org.openmyna.agent.card;

import org.jspecify.annotations.NullMarked;
