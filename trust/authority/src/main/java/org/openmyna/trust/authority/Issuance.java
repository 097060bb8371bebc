package org.openmyna.trust.authority;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmyna.trust.authority.IssuingActs.Offered;
import org.openmyna.trust.authority.IssuingDesk.Examined;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;

/** Issuing at one CA, step by step or at once; each call may be repeated. */
final class Issuance {
    private final CaKind ca;
    private final Engine engine;
    private final SerialBlocks serials;
    private final Archive archive;

    Issuance(CaKind ca, Engine engine, SerialBlocks serials, Archive archive) {
        this.ca = ca;
        this.engine = engine;
        this.serials = serials;
        this.archive = archive;
    }

    /** The generation that issues now. */
    Generation issuing() {
        Instant now = engine.dates().now();
        return engine.generations()
                .issuing(ca, now)
                .orElseThrow(() -> new NoAuthorityHere(ca.toString()));
    }

    IssuingState reserve(Reservation wish) {
        Optional<CertificateRow> known = archive.byRequest(wish.request());
        if (known.isPresent()) {
            if (!known.get().isFor(wish)) throw new RequestIdTaken(wish.request());
            return known.get().state();
        }
        return run(new IssuingActs.Reserve(fresh(issuing()), wish)).state();
    }

    JpkiCertificate certify(RequestId id, Supplier<Examined> application) {
        CertificateRow row = archive.byRequest(id).orElseThrow(() -> new RequestUnknown(id));
        Examined examined = application.get();
        mustAgree(row, examined.office());
        for (int attempt = 0; row.state() == IssuingState.RESERVED; attempt++) {
            JpkiCertificate signed =
                    examined.sign(generation(row), row.serial(), row.medium(), attempt);
            Offered offered =
                    engine.writer()
                            .run(
                                    new IssuingActs.Certify(row.requestKey(), signed),
                                    signed.notBefore());
            if (offered == Offered.TAKEN) return signed;
            if (offered == Offered.HAS_ONE) break;
            if (offered == Offered.DATED_TOO_EARLY) examined = application.get();
        }
        return sameKey(id, examined);
    }

    /** Reserves and certifies in one act; what exists already is taken up where it is. */
    JpkiCertificate issue(Reservation wish, Supplier<Examined> application, boolean delivered) {
        Examined examined = application.get();
        if (!examined.office().equals(wish.office())) {
            throw new ApplicationDoesNotFit(wish.request());
        }
        Generation generation = issuing();
        examined.mustFit(generation);
        CertificateKey key = fresh(generation);
        for (int attempt = 0; ; attempt++) {
            JpkiCertificate signed =
                    examined.sign(generation, key.serial(), wish.medium(), attempt);
            var reserve = new IssuingActs.Reserve(key, wish);
            Offered offered =
                    engine.writer()
                            .run(
                                    new IssuingActs.Issue(reserve, signed, delivered),
                                    signed.notBefore());
            if (offered == Offered.TAKEN) return signed;
            if (offered == Offered.HAS_ONE) return resume(wish, application, delivered);
            if (offered == Offered.DATED_TOO_EARLY) {
                examined = application.get();
                examined.mustFit(generation);
            }
        }
    }

    private JpkiCertificate resume(
            Reservation wish, Supplier<Examined> application, boolean delivered) {
        JpkiCertificate certificate = certify(wish.request(), application);
        if (delivered) {
            written(wish.request());
            activate(wish.request());
        }
        return certificate;
    }

    void written(RequestId id) {
        run(new IssuingActs.Step(new RequestKey(ca, id), IssuingState.WRITTEN));
    }

    void activate(RequestId id) {
        run(new IssuingActs.Step(new RequestKey(ca, id), IssuingState.ACTIVE));
    }

    void discard(RequestId id) {
        run(new IssuingActs.Step(new RequestKey(ca, id), IssuingState.DISCARDED));
    }

    private <T> T run(Act<T> act) {
        return engine.writer().run(act, Instant.EPOCH);
    }

    private CertificateKey fresh(Generation generation) {
        CertificateSerial serial = serials.next(generation);
        return new CertificateKey(generation.id(), serial);
    }

    private Generation generation(CertificateRow row) {
        return engine.generation(row.key().generation());
    }

    private static void mustAgree(CertificateRow row, IssuingOffice office) {
        String point = office.prefecture() + "/" + office.municipality();
        if (!row.office().equals(office.code().fiveDigits()) || !row.point().equals(point)) {
            throw new ApplicationDoesNotFit(row.request());
        }
    }

    /** The certificate that the request got before, if it was for the same key. */
    private JpkiCertificate sameKey(RequestId id, Examined examined) {
        Issuing stands = archive.issuing(id).orElseThrow(() -> new RequestUnknown(id));
        if (stands.state() == IssuingState.DISCARDED) throw new StepOutOfOrder(id, stands.state());
        return stands.certificate()
                .filter(each -> each.publicKey().equals(examined.key()))
                .orElseThrow(() -> new RequestIdTaken(id));
    }
}
