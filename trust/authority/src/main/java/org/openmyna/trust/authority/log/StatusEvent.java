package org.openmyna.trust.authority.log;

import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/**
 * One thing that happened to a certificate.
 *
 * @param generation of the key that signed it: {@code 1000 × ca + number}
 * @param reason of a revocation, else empty
 * @param point {@code prefecture/municipality} of its distribution point; {@code *} for none
 * @param notAfter when the certificate ends by itself
 * @param content SHA-256 of the certificate, where the event brings it into being, else empty
 */
public record StatusEvent(
        Kind kind,
        short generation,
        CertificateSerial serial,
        Optional<RevocationReason> reason,
        String point,
        Instant notAfter,
        Optional<byte[]> content) {
    /** The point of certificates that have no distribution point of a municipality. */
    public static final String NO_POINT = "*";

    /** What happened. The codes stand in the database and never change. */
    public enum Kind {
        /** A CA certified its own key; good. */
        GENERATION(1),
        /** Signed, and not yet in anybody's hands: verifiers are told "unknown". */
        CERTIFIED(2),
        /** Delivered; good from here on. */
        ACTIVATED(3),
        /** Revoked or held; a later reason may follow a hold. */
        REVOKED(4),
        /** A hold was taken back (phones only); good again. */
        LIFTED(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Optional<Kind> ofCode(int code) {
            return code >= 1 && code <= values().length
                    ? Optional.of(values()[code - 1])
                    : Optional.empty();
        }
    }

    /**
     * @throws IllegalArgumentException if a revocation has no reason, or something else has one: a
     *     mistake of the program
     */
    public StatusEvent {
        if ((kind == Kind.REVOKED) != reason.isPresent()) {
            throw new IllegalArgumentException("a reason belongs to a revocation and to it alone");
        }
        if (point.indexOf('|') >= 0 || point.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a point is one field of one line");
        }
        content = content.map(byte[]::clone);
    }

    @Override
    public Optional<byte[]> content() {
        return content.map(byte[]::clone);
    }
}
