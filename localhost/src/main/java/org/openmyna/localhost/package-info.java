/**
 * Names under {@code localhost} mean this machine (RFC 6761 6.3). Browsers and curl know that; Java
 * asks the operating system, and most of them ask the network. On the class path this room is found
 * by itself: a program can then reach {@code platform.localhost} of the sandbox.
 */
@NullMarked
package org.openmyna.localhost;

import org.jspecify.annotations.NullMarked;
