@NullMarked
package org.openmyna.server.counter;

import org.jspecify.annotations.NullMarked;
