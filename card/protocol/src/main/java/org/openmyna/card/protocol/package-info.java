@NullMarked
package org.openmyna.card.protocol;

import org.jspecify.annotations.NullMarked;
