@NullMarked
package org.openmyna.server.numbers;

import org.jspecify.annotations.NullMarked;
