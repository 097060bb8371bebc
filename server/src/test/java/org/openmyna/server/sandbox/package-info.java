@NullMarked
package org.openmyna.server.sandbox;

import org.jspecify.annotations.NullMarked;
