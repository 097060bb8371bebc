package org.openmyna.trust.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.Sha256;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** The steps of issuing: reserved, certified, written, active, or discarded. */
final class IssuingActs {
    private IssuingActs() {}

    /** What came of a signature that was offered for a request. */
    enum Offered {
        /** It is the request's certificate. */
        TAKEN,
        /** The request had got one before; this one was never anybody's. */
        HAS_ONE,
        /** Somebody has this common name; another must be drawn. */
        NAME_TAKEN,
        /** Another program's legal clock is further: it must begin later. */
        DATED_TOO_EARLY
    }

    /** Signing and waiting for the writer take less; another clock may be further by years. */
    private static final Duration BEFORE_ITS_DATE = Duration.ofMinutes(1);

    private static boolean isTooEarly(JpkiCertificate certificate, Page page) {
        return certificate.notBefore().plus(BEFORE_ITS_DATE).isBefore(page.date());
    }

    /**
     * Sets a serial aside. A request that exists answers with its row, and the serial goes to
     * nobody.
     */
    record Reserve(CertificateKey key, Reservation wish) implements Act<CertificateRow> {
        @Override
        public void prepare(Needs needs) {
            needs.request(new RequestKey(ca(), wish.request()));
            needs.holding(new HoldingKey(ca(), wish.holder(), wish.medium()));
        }

        private CaKind ca() {
            return Generation.caOf(key.generation());
        }

        @Override
        public CertificateRow on(Page page) {
            Optional<CertificateRow> known = known(page);
            if (known.isPresent()) return known.get();
            mustBeFree(page);
            return reserve(page);
        }

        Optional<CertificateRow> known(Page page) {
            Optional<CertificateRow> known = page.byRequest(new RequestKey(ca(), wish.request()));
            if (known.isPresent() && !known.get().isFor(wish)) {
                throw new RequestIdTaken(wish.request());
            }
            return known;
        }

        void mustBeFree(Page page) {
            HoldingRow holding = holding(page);
            holding.pending()
                    .ifPresent(pending -> {
                        throw new HolderHasUnfinishedRequest(pending.request());
                    });
            Optional<HoldingRow.Living> living = holding.livingAt(page.date());
            if (living.isPresent() && wish.replacing().isEmpty()) {
                throw new HolderHasLivingCertificate(
                        living.get().certificate().serial().toString());
            }
        }

        CertificateRow reserve(Page page) {
            CertificateRow row = CertificateRow.reserved(key, wish, page.date());
            page.add(row);
            page.change(holding(page).expecting(key, wish.request()));
            return row;
        }

        private HoldingRow holding(Page page) {
            return page.holding(new HoldingKey(ca(), wish.holder(), wish.medium()));
        }
    }

    /** Gives a reserved request the certificate that was signed for it. */
    record Certify(RequestKey request, JpkiCertificate certificate) implements Act<Offered> {
        @Override
        public void prepare(Needs needs) {
            needs.request(request);
            needs.name(new Page.NameKey(request.ca(), certificate.commonName()));
        }

        @Override
        public Offered on(Page page) {
            CertificateRow row = known(page, request);
            if (row.state() == IssuingState.DISCARDED) {
                throw new StepOutOfOrder(request.request(), row.state());
            }
            if (row.state() != IssuingState.RESERVED) return Offered.HAS_ONE;
            if (isTooEarly(certificate, page)) return Offered.DATED_TOO_EARLY;
            if (page.isNameTaken(new Page.NameKey(row.ca(), certificate.commonName()))) {
                return Offered.NAME_TAKEN;
            }
            certify(page, row);
            return Offered.TAKEN;
        }

        void certify(Page page, CertificateRow row) {
            page.sign(
                    row.certified(
                            certificate.notBefore(),
                            certificate.notAfter(),
                            certificate.commonName(),
                            page.date()),
                    certificate);
            page.tell(
                    new StatusEvent(
                            StatusEvent.Kind.CERTIFIED,
                            row.key().generation(),
                            row.serial(),
                            Optional.empty(),
                            row.point(),
                            certificate.notAfter(),
                            Optional.of(Sha256.of(certificate.der()))));
        }
    }

    /**
     * Reserves and certifies at once, and delivers too where no chip is between.
     *
     * @param delivered whether the key's holder has the certificate with the answer
     */
    record Issue(Reserve reserve, JpkiCertificate certificate, boolean delivered)
            implements Act<Offered> {
        @Override
        public void prepare(Needs needs) {
            reserve.prepare(needs);
            needs.name(new Page.NameKey(reserve.ca(), certificate.commonName()));
            if (delivered) needs.living();
        }

        @Override
        public Offered on(Page page) {
            if (reserve.known(page).isPresent()) return Offered.HAS_ONE;
            if (isTooEarly(certificate, page)) return Offered.DATED_TOO_EARLY;
            if (page.isNameTaken(new Page.NameKey(reserve.ca(), certificate.commonName()))) {
                return Offered.NAME_TAKEN;
            }
            reserve.mustBeFree(page);
            CertificateRow row = reserve.reserve(page);
            new Certify(row.requestKey(), certificate).certify(page, row);
            if (delivered) {
                new Step(row.requestKey(), IssuingState.WRITTEN).on(page);
                new Step(row.requestKey(), IssuingState.ACTIVE).on(page);
            }
            return Offered.TAKEN;
        }
    }

    /** The chip holds it; it was delivered; or it was thrown away. */
    record Step(RequestKey request, IssuingState to) implements Act<CertificateRow> {
        @Override
        public void prepare(Needs needs) {
            needs.request(request);
            if (to == IssuingState.ACTIVE) needs.living();
        }

        @Override
        public CertificateRow on(Page page) {
            CertificateRow row = known(page, request);
            if (isBehind(row.state())) return row;
            if (!follows(row.state())) throw new StepOutOfOrder(request.request(), row.state());
            page.change(row.at(to, page.date()));
            switch (to) {
                case ACTIVE -> activate(page, row);
                case DISCARDED -> discard(page, row);
                case WRITTEN, RESERVED, CERTIFIED -> {
                    // only the chip and the counter need to know
                }
            }
            return known(page, request);
        }

        /** Whether the request has done this step, and may have gone further. */
        private boolean isBehind(IssuingState now) {
            return now == to || (to == IssuingState.WRITTEN && now == IssuingState.ACTIVE);
        }

        private boolean follows(IssuingState now) {
            return switch (to) {
                case WRITTEN -> now == IssuingState.CERTIFIED;
                case ACTIVE -> now == IssuingState.WRITTEN;
                case DISCARDED -> now.isUnfinished();
                case RESERVED, CERTIFIED -> false;
            };
        }

        private static void activate(Page page, CertificateRow row) {
            HoldingRow holding = page.holding(row.holding());
            holding.livingAt(page.date())
                    .flatMap(living -> page.byKey(living.certificate()))
                    .ifPresent(old ->
                            EndingActs.end(
                                    page,
                                    old,
                                    row.replacing().orElse(RevocationReason.SUPERSEDED)));
            page.tell(event(StatusEvent.Kind.ACTIVATED, row, Optional.empty()));
            Instant end = row.notAfter().orElseThrow();
            page.change(page.holding(row.holding()).expectingNothing().living(row.key(), end));
        }

        private static void discard(Page page, CertificateRow row) {
            page.change(page.holding(row.holding()).expectingNothing());
            if (row.state() == IssuingState.RESERVED) return;
            EndingActs.end(page, page.byKey(row.key()).orElseThrow(), RevocationReason.UNSPECIFIED);
        }
    }

    static StatusEvent event(
            StatusEvent.Kind kind, CertificateRow row, Optional<RevocationReason> reason) {
        return new StatusEvent(
                kind,
                row.key().generation(),
                row.serial(),
                reason,
                row.point(),
                row.notAfter().orElseThrow(),
                Optional.empty());
    }

    private static CertificateRow known(Page page, RequestKey request) {
        return page.byRequest(request).orElseThrow(() -> new RequestUnknown(request.request()));
    }
}
