/**
 * Machines among themselves: a house CA that has nothing to do with JPKI, the machine certificates
 * it issues, and the port on which they prove who they are.
 */
@NullMarked
package org.openmyna.server.house;

import org.jspecify.annotations.NullMarked;
