/**
 * The engine of a JPKI certification authority (認証局): issues, revokes, answers, and never forgets.
 *
 * <p>The ideas, and what would break without them:
 *
 * <ul>
 *   <li><b>The ledger comes before the answer.</b> A certificate or a revocation is a line in the
 *       ledger, and on the disk, before the caller hears of it. A program killed in between has at
 *       worst signed something that nobody ever received.
 *   <li><b>One counter, from the CA's own certificate on.</b> A serial is given away once, even
 *       when nothing comes of it; after a restart the counter goes on behind the greatest serial in
 *       the ledger. So no serial is ever seen twice (reference 2.3).
 *   <li><b>The ledger is a chain.</b> Each line holds the hash of the line before it. The
 *       unfinished last line of a program that died is cut off; any other difference is named, and
 *       nothing is touched. A chain cannot show that whole lines are missing from its end: keep the
 *       last hash elsewhere, and never start from a backup without it.
 *   <li><b>One way in.</b> What follows from the ledger is kept in memory by one class, through one
 *       method, at start and in operation alike.
 *   <li><b>Revocation is final.</b> There is no way back from a hold for a card's certificate
 *       (reference 3.2), and revocations are dated in the order in which they happened.
 *   <li><b>Time and chance come in from outside.</b> The clock is the legal time, which a sandbox
 *       moves.
 * </ul>
 */
@NullMarked
package org.openmyna.trust.authority;

import org.jspecify.annotations.NullMarked;
