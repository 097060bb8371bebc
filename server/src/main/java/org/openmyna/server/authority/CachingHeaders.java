package org.openmyna.server.authority;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.openmyna.trust.authority.ocsp.OcspAnswer;

/**
 * RFC 5019 6.2. An answer tells legal time and HTTP tells real time, which a sandbox moves apart:
 * the headers say the moments of the answer as the clock of HTTP has them.
 */
final class CachingHeaders {
    private final InstantSource legalTime;

    CachingHeaders(InstantSource legalTime) {
        this.legalTime = legalTime;
    }

    void put(HttpFields.Mutable headers, OcspAnswer.Caching about) {
        Instant legalNow = legalTime.instant();
        long now = System.currentTimeMillis();
        Duration left = about.maxAge(legalNow);
        long age = Duration.between(about.lastModified(), legalNow).toMillis();
        headers.put(HttpHeader.ETAG, about.etag());
        headers.put(
                HttpHeader.CACHE_CONTROL,
                "max-age=" + left.toSeconds() + ", public, no-transform, must-revalidate");
        headers.put(HttpHeader.LAST_MODIFIED, date(now - Math.max(0, age)));
        headers.put(HttpHeader.EXPIRES, date(now + left.toMillis()));
    }

    static String date(long millis) {
        return DateGenerator.formatDate(millis);
    }
}
