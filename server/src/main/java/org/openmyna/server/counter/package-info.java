/**
 * The municipal counter (窓口): screens for a municipality's clerks.
 *
 * <p>The ideas, and what would break without them:
 *
 * <ul>
 *   <li><b>Everything is done in a case.</b> A case has a number and a purpose; both go along with
 *       every read and act, so the register's access log can be read by anybody who asks why.
 *   <li><b>A form is data.</b> Each event is a list of fields and what is made of them ({@code
 *       EventForms}); one screen shows, checks, previews and sends all of them.
 *   <li><b>Sent once.</b> The preview carries a key, which becomes the key of the register's call:
 *       a double click, or a browser that sends again, gets the receipt of the first.
 *   <li><b>No item of anybody's record is kept here</b>, none is in an address. A case has the
 *       register's ids alone; the rest is read when it is shown.
 *   <li><b>Another municipality's person looks like nobody</b>: the same page as for an address
 *       that never was.
 * </ul>
 */
@NullMarked
package org.openmyna.server.counter;

import org.jspecify.annotations.NullMarked;
