@NullMarked
package org.openmyna.server;

import org.jspecify.annotations.NullMarked;
