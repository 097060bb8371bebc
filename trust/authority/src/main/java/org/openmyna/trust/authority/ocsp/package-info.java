/**
 * Answers about certificates (OCSP: RFC 6960, 5019, 9654), bytes in and bytes out.
 *
 * <p>The ideas, and what would break without them:
 *
 * <ul>
 *   <li><b>An answer for every question.</b> Whatever the bytes, what comes back is an OCSP
 *       response; an error is one too, and never says good.
 *   <li><b>Nothing but the index.</b> Status and data time come from the index that follows the
 *       status log; data that is too old is answered with tryLater.
 *   <li><b>Keys that live for weeks.</b> Each key generation delegates to a responder certificate
 *       of at most 90 days. Who can reach the vault makes the next one; who has only the secret and
 *       the database reads it there.
 *   <li><b>A kept answer dies with its status.</b> It carries the stamp of its shelf from before
 *       the status was looked up, and a change of the status changes the stamp.
 * </ul>
 */
@NullMarked
package org.openmyna.trust.authority.ocsp;

import org.jspecify.annotations.NullMarked;
