package org.openmyna.trust.authority;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

/** Work in progress: the signatures, for those who build on them. */
public final class CertificationAuthority {
    private CertificationAuthority() {}

    public CaKind kind() {
        throw new UnsupportedOperationException();
    }

    public CaCertificate certificate() {
        throw new UnsupportedOperationException();
    }

    public List<Generation> generations() {
        throw new UnsupportedOperationException();
    }

    public CeremonyTranscript rollOver(
            KeyAlgorithm algorithm, SerialMode serials, CeremonyNotes notes) {
        throw new UnsupportedOperationException();
    }

    public IssuingState reserve(Reservation reservation) {
        throw new UnsupportedOperationException();
    }

    public JpkiCertificate certify(RequestId id, SignatureCertificateApplication application) {
        throw new UnsupportedOperationException();
    }

    public JpkiCertificate certify(
            RequestId id, UserAuthenticationCertificateApplication application) {
        throw new UnsupportedOperationException();
    }

    public void written(RequestId id) {
        throw new UnsupportedOperationException();
    }

    public void activate(RequestId id) {
        throw new UnsupportedOperationException();
    }

    public void discard(RequestId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Issuing> issuing(RequestId id) {
        throw new UnsupportedOperationException();
    }

    public List<Issuing> unfinished() {
        throw new UnsupportedOperationException();
    }

    public Optional<Issuing> pendingOf(HolderId holder) {
        throw new UnsupportedOperationException();
    }

    public JpkiCertificate issue(
            Reservation reservation, SignatureCertificateApplication application) {
        throw new UnsupportedOperationException();
    }

    public JpkiCertificate issue(
            Reservation reservation, UserAuthenticationCertificateApplication application) {
        throw new UnsupportedOperationException();
    }

    public JpkiCertificate issueActive(
            Reservation reservation, SignatureCertificateApplication application) {
        throw new UnsupportedOperationException();
    }

    public JpkiCertificate issueActive(
            Reservation reservation, UserAuthenticationCertificateApplication application) {
        throw new UnsupportedOperationException();
    }

    public CertificateStatus.Revoked revoke(CertificateSerial serial, RevocationReason reason) {
        throw new UnsupportedOperationException();
    }

    public CertificateStatus.Revoked hold(CertificateSerial serial) {
        throw new UnsupportedOperationException();
    }

    public void liftHold(CertificateSerial serial) {
        throw new UnsupportedOperationException();
    }

    public long revokeAllOf(HolderId holder, RevocationReason reason) {
        throw new UnsupportedOperationException();
    }

    public long revokeAllOf(MunicipalityCode office, RevocationReason reason) {
        throw new UnsupportedOperationException();
    }

    public CertificateStatus statusOf(CertificateSerial serial) {
        throw new UnsupportedOperationException();
    }

    public Optional<CertificateSerial> livingCertificateOf(HolderId holder) {
        throw new UnsupportedOperationException();
    }

    public Optional<CertificateRecord> find(CertificateSerial serial) {
        throw new UnsupportedOperationException();
    }

    public List<CertificateRecord> search(CertificateSearch search) {
        throw new UnsupportedOperationException();
    }

    public RevocationList crl() {
        throw new UnsupportedOperationException();
    }

    public RevocationList crl(DistributionPoint point) {
        throw new UnsupportedOperationException();
    }

    public Set<DistributionPoint> distributionPoints() {
        throw new UnsupportedOperationException();
    }
}
