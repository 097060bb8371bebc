/** How organisations call each other: one interface, in one process or over mutual TLS. */
@NullMarked
package org.openmyna.server.calls;

import org.jspecify.annotations.NullMarked;
