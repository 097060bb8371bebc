/**
 * Status answers from memory: an index of all serials that follows the log, with a snapshot on the
 * disk.
 *
 * <p>Serials are dense, so a serial is an address: blocks of 4,096 serials hold two bits for each
 * and five bytes more for each revoked one. A block never changes once it can be seen; a change
 * publishes another one. Readers therefore take no lock and see each certificate before or after an
 * event, never in between. What is not dense (serials drawn by chance) lies in a map beside.
 */
@NullMarked
package org.openmyna.trust.authority.status;

import org.jspecify.annotations.NullMarked;
