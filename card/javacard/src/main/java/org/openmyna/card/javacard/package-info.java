@NullMarked
package org.openmyna.card.javacard;

import org.jspecify.annotations.NullMarked;
