/**
 * Status answers from memory: an index of all serials that follows the log, with a snapshot on the
 * disk.
 */
@NullMarked
package org.openmyna.trust.authority.status;

import org.jspecify.annotations.NullMarked;
