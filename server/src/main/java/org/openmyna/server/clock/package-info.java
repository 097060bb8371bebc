/** The two clocks: legal time, which a test country can move forward, and the machine's. */
@NullMarked
package org.openmyna.server.clock;

import org.jspecify.annotations.NullMarked;
