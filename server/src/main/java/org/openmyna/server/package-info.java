/** All organisations in one application. */
@NullMarked
package org.openmyna.server;

import org.jspecify.annotations.NullMarked;
