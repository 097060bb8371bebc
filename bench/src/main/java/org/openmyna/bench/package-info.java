@NullMarked
package org.openmyna.bench;

import org.jspecify.annotations.NullMarked;
