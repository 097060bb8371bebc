/**
 * The engine of J-LIS's two certification authorities (認証局): ceremonies, issuing, revocation.
 *
 * <p>The ideas, and what would break without them:
 *
 * <ul>
 *   <li><b>The clock is the lock.</b> Every transaction that changes certificates locks the legal
 *       clock first. So transactions of all programs come one after the other, dates rise with
 *       them, and what a transaction reads stays true until it commits: rules are decided in plain
 *       code on a {@link org.openmyna.trust.authority.Page}, not by catching violations.
 *   <li><b>Group commit.</b> One thread of a program writes; while it syncs, the next batch
 *       gathers. Signatures are made before, by the callers' threads.
 *   <li><b>Good begins with delivery.</b> A certificate is signed, written to the chip and only
 *       then active; until then verifiers hear "unknown". So no certificate is good that its chip
 *       does not hold, whoever is killed where.
 *   <li><b>Every step may be repeated</b> under the request's id. Nobody needs to know whether an
 *       answer was lost or a command.
 *   <li><b>The log is the only source of status.</b> Acts leave events in its inbox within their
 *       own transaction. What the engine keeps beside it serves its own decisions.
 *   <li><b>One counter, from the CA's own certificate on</b> (reference 2.3), taken in blocks that
 *       are committed before they are used.
 *   <li><b>Between builder and key stands the linter</b>, which shares no code with the builder and
 *       is told what to expect by the application.
 *   <li><b>Time and chance come in from outside.</b> The clock is the legal time, which a sandbox
 *       moves; when it steps back, dates wait.
 * </ul>
 */
@NullMarked
package org.openmyna.trust.authority;

import org.jspecify.annotations.NullMarked;
