/**
 * The measurements behind {@code ./openmyna bench}. A row compares a hot path with the physical
 * bound that was measured in the same run, in turns, since absolute figures on shared machines mean
 * little.
 */
@NullMarked
package org.openmyna.bench;

import org.jspecify.annotations.NullMarked;
