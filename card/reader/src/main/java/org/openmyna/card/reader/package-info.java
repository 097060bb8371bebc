@NullMarked
package org.openmyna.card.reader;

import org.jspecify.annotations.NullMarked;
