/** Tests of calls between organisations. */
@NullMarked
package org.openmyna.server.calls;

import org.jspecify.annotations.NullMarked;
