package org.openmyna.server.authority;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.ocsp.OcspAnswer;

/**
 * RFC 5019 6.2. An answer tells legal time and HTTP tells real time, which a sandbox moves apart:
 * the headers say the moments of the answer as the clock of HTTP has them. Headers of answers that
 * are given again and again are made once.
 */
final class CachingHeaders {
    private static final int PLACES = 1 << 14;
    private static final int SPREAD = 0x9E3779B9;
    private static final int LONGEST_KEPT = 3_600;

    private final InstantSource legalTime;
    private final AtomicReferenceArray<@Nullable Ready> ready = new AtomicReferenceArray<>(PLACES);
    private final AtomicReferenceArray<@Nullable HttpField> control =
            new AtomicReferenceArray<>(LONGEST_KEPT);

    /**
     * Headers of one answer.
     *
     * @param about compared by identity
     * @param ahead seconds by which real time is ahead of legal time
     */
    private record Ready(
            OcspAnswer.Caching about,
            long ahead,
            HttpField etag,
            HttpField lastModified,
            HttpField expires) {
        static Ready of(OcspAnswer.Caching about, long ahead) {
            return new Ready(
                    about,
                    ahead,
                    new PreEncodedHttpField(HttpHeader.ETAG, about.etag()),
                    new PreEncodedHttpField(
                            HttpHeader.LAST_MODIFIED,
                            date(about.lastModified().getEpochSecond() + ahead)),
                    new PreEncodedHttpField(
                            HttpHeader.EXPIRES, date(about.expires().getEpochSecond() + ahead)));
        }
    }

    CachingHeaders(InstantSource legalTime) {
        this.legalTime = legalTime;
    }

    void put(HttpFields.Mutable headers, OcspAnswer.Caching about) {
        long legal = legalTime.millis();
        long ahead = Math.round((System.currentTimeMillis() - legal) / 1000.0);
        Ready fields = ready(about, ahead);
        headers.put(fields.etag());
        headers.put(fields.lastModified());
        headers.put(fields.expires());
        headers.put(control(Math.max(0, about.expires().getEpochSecond() - legal / 1000)));
    }

    private Ready ready(OcspAnswer.Caching about, long ahead) {
        int place = (System.identityHashCode(about) * SPREAD >>> 16) & (PLACES - 1);
        Ready there = ready.get(place);
        if (there != null && there.about == about && there.ahead == ahead) return there;
        Ready made = Ready.of(about, ahead);
        ready.set(place, made);
        return made;
    }

    private HttpField control(long seconds) {
        if (seconds >= LONGEST_KEPT) return makeControl(seconds);
        HttpField there = control.get((int) seconds);
        if (there != null) return there;
        HttpField made = makeControl(seconds);
        control.set((int) seconds, made);
        return made;
    }

    private static HttpField makeControl(long seconds) {
        return new PreEncodedHttpField(
                HttpHeader.CACHE_CONTROL,
                "max-age=" + seconds + ", public, no-transform, must-revalidate");
    }

    private static String date(long second) {
        return DateGenerator.formatDate(second * 1000);
    }
}
