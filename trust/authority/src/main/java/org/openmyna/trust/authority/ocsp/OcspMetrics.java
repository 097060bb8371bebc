package org.openmyna.trust.authority.ocsp;

import java.util.concurrent.atomic.LongAdder;
import org.openmyna.trust.authority.status.CertificateStatus;

/** Counts what was answered since the start: numbers alone, nothing about anybody. */
public final class OcspMetrics {
    /**
     * A look at the counters.
     *
     * @param good certificates, not answers: one answer may speak of several
     * @param kept answers given out again
     * @param signed answers signed
     * @param nanos spent in all answers, in nanoseconds
     */
    public record Counts(
            long good,
            long revoked,
            long unknown,
            long kept,
            long signed,
            long malformedRequest,
            long internalError,
            long tryLater,
            long unauthorized,
            long nanos) {
        /** How many questions were answered. */
        public long answers() {
            return kept + signed + malformedRequest + internalError + tryLater + unauthorized;
        }
    }

    private final LongAdder good = new LongAdder();
    private final LongAdder revoked = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder kept = new LongAdder();
    private final LongAdder signed = new LongAdder();
    private final LongAdder malformedRequest = new LongAdder();
    private final LongAdder internalError = new LongAdder();
    private final LongAdder tryLater = new LongAdder();
    private final LongAdder unauthorized = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    OcspMetrics() {}

    public Counts counts() {
        return new Counts(
                good.sum(),
                revoked.sum(),
                unknown.sum(),
                kept.sum(),
                signed.sum(),
                malformedRequest.sum(),
                internalError.sum(),
                tryLater.sum(),
                unauthorized.sum(),
                nanos.sum());
    }

    void count(CertificateStatus status) {
        switch (status) {
            case CertificateStatus.Good() -> good.increment();
            case CertificateStatus.Revoked _ -> revoked.increment();
            case CertificateStatus.Unknown() -> unknown.increment();
        }
    }

    void count(Refusal refusal) {
        switch (refusal) {
            case MALFORMED_REQUEST -> malformedRequest.increment();
            case INTERNAL_ERROR -> internalError.increment();
            case TRY_LATER -> tryLater.increment();
            case UNAUTHORIZED -> unauthorized.increment();
        }
    }

    LongAdder kept() {
        return kept;
    }

    LongAdder signed() {
        return signed;
    }

    LongAdder nanos() {
        return nanos;
    }
}
