@NullMarked
package org.openmyna.card.chip;

import org.jspecify.annotations.NullMarked;
