/**
 * Step 7 of the JPKI reference 5.2: whether the four items (基本4情報) of a signature certificate are
 * those that a platform has on file. {@link org.openmyna.trust.verifier.items.ItemComparison} is
 * the door; its answers are sealed, and "open" is never "same".
 */
@NullMarked
package org.openmyna.trust.verifier.items;

import org.jspecify.annotations.NullMarked;
