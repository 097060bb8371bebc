/** Tests of the legal clock. */
@NullMarked
package org.openmyna.server.clock;

import org.jspecify.annotations.NullMarked;
