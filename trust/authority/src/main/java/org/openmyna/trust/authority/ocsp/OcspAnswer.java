package org.openmyna.trust.authority.ocsp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An OCSP response (RFC 6960 4.2.1), and how long caches of the transport may keep it.
 *
 * @param der may be shared with other callers: not to be changed
 * @param caching empty where no cache may keep it: error answers, answers to a nonce, answers about
 *     unknown serials, fresh mode, and everything where only registered verifiers may ask
 */
public record OcspAnswer(byte[] der, Optional<Caching> caching) {

    /**
     * What the headers of RFC 5019 6.2 are made of. The moments are legal time, which may be years
     * away from the clock of HTTP: {@link #maxAge} is right under both.
     *
     * @param etag with its quotation marks
     * @param lastModified thisUpdate
     * @param expires nextUpdate
     */
    public record Caching(String etag, Instant lastModified, Instant expires) {
        /** What is left of it; never negative. */
        public Duration maxAge(Instant legalNow) {
            Duration left = Duration.between(legalNow, expires);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
