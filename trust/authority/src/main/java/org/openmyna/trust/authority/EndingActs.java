package org.openmyna.trust.authority;

import java.util.List;
import java.util.Optional;
import org.openmyna.trust.authority.log.StatusEvent;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.RevocationReason;

/** Revocation and hold (reference 3.2). */
final class EndingActs {
    private EndingActs() {}

    /** Revokes one certificate; the first date stands, but a hold may become final. */
    record Revoke(Page.SerialKey serial, RevocationReason reason)
            implements Act<CertificateStatus.Revoked> {
        @Override
        public void prepare(Needs needs) {
            needs.serial(serial);
        }

        @Override
        public CertificateStatus.Revoked on(Page page) {
            CertificateRow row =
                    page.bySerial(serial)
                            .filter(each -> isCertificate(each))
                            .orElseThrow(
                                    () -> new CertificateNeverIssued(serial.serial().toString()));
            if (row.state().isUnfinished()) {
                throw new CertificateNotDelivered(row.serial().toString(), row.request());
            }
            return end(page, row, reason);
        }

        /** A serial that was set aside and thrown away names nothing. */
        private static boolean isCertificate(CertificateRow row) {
            return row.commonName().isPresent();
        }
    }

    /** Revokes what of these is not revoked for good; throws away what was not delivered. */
    record RevokeMany(List<CertificateKey> certificates, RevocationReason reason)
            implements Act<Integer> {
        @Override
        public void prepare(Needs needs) {
            certificates.forEach(needs::key);
        }

        @Override
        public Integer on(Page page) {
            int count = 0;
            for (CertificateKey key : certificates) {
                Optional<CertificateRow> row = page.byKey(key);
                if (row.isPresent() && ends(page, row.get())) count++;
            }
            return count;
        }

        private boolean ends(Page page, CertificateRow row) {
            if (row.state() == IssuingState.DISCARDED) return false;
            if (row.state().isUnfinished()) {
                new IssuingActs.Step(row.requestKey(), IssuingState.DISCARDED).on(page);
                return row.commonName().isPresent();
            }
            if (!mayEnd(row, reason)) return false;
            end(page, row, reason);
            return true;
        }
    }

    /** Good again: a phone that was found (reference 3.2); a card's hold is final. */
    record LiftHold(Page.SerialKey serial) implements Act<Boolean> {
        @Override
        public void prepare(Needs needs) {
            needs.serial(serial);
        }

        @Override
        public Boolean on(Page page) {
            CertificateRow row =
                    page.bySerial(serial)
                            .filter(each -> each.state() == IssuingState.ACTIVE)
                            .orElseThrow(
                                    () -> new CertificateNeverIssued(serial.serial().toString()));
            if (row.medium() != CertificateMedium.PHONE) {
                throw new HoldNotLiftable(row.serial().toString());
            }
            if (row.revoked().isEmpty()) return false;
            if (!row.isOnHold()) throw new HoldNotLiftable(row.serial().toString());
            page.change(row.revoked(Optional.empty()));
            page.tell(IssuingActs.event(StatusEvent.Kind.LIFTED, row, Optional.empty()));
            return true;
        }
    }

    /** Not revoked yet, or held and now for good. */
    private static boolean mayEnd(CertificateRow row, RevocationReason reason) {
        return row.revoked().isEmpty()
                || (row.isOnHold() && reason != RevocationReason.CERTIFICATE_HOLD);
    }

    /** Ends a certificate, or answers what stands since an earlier act. */
    static CertificateStatus.Revoked end(Page page, CertificateRow row, RevocationReason reason) {
        if (!mayEnd(row, reason)) return row.revoked().orElseThrow();
        var ended = new CertificateStatus.Revoked(page.date(), reason);
        CertificateRow after = row.revoked(Optional.of(ended));
        page.change(after);
        page.tell(IssuingActs.event(StatusEvent.Kind.REVOKED, row, Optional.of(reason)));
        // a phone's hold may be lifted: until then its place is taken
        if (!(after.isOnHold() && row.medium() == CertificateMedium.PHONE)) {
            page.change(page.holding(row.holding()).without(row.key()));
        }
        return ended;
    }
}
