/**
 * The status log (失効情報等の記録): what happened to certificates, in order, append-only, chained and
 * signed; the only source of every status answer.
 *
 * <ul>
 *   <li><b>Acts and their events are one transaction.</b> {@link
 *       org.openmyna.trust.authority.log.StatusInbox} writes events unchained beside the act that
 *       caused them. It locks the clock first, so dates rise with the order of the events and never
 *       go back, in all processes together.
 *   <li><b>One at a time numbers and chains.</b> {@link org.openmyna.trust.authority.log.StatusLog}
 *       moves what was committed into the log, under a lock that the database takes back when its
 *       holder dies. The table of what is revoked now changes in the same transaction.
 *   <li><b>Nothing can be changed unseen.</b> Each entry's hash covers the entry before it, and the
 *       last one is signed about every second. {@link
 *       org.openmyna.trust.authority.log.StatusLog#verify} finds the first entry that is not as it
 *       was written.
 * </ul>
 */
@NullMarked
package org.openmyna.trust.authority.log;

import org.jspecify.annotations.NullMarked;
