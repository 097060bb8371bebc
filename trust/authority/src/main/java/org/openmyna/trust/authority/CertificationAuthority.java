package org.openmyna.trust.authority;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

/**
 * One of J-LIS's two CAs. What it answered is durable: in the database, committed and synced,
 * before the caller hears of it. All methods may be called by many threads, and by many programs on
 * one database at once.
 *
 * <p>Issuing is a chain of steps, each of which may be repeated with the same outcome: {@link
 * #reserve}, {@link #certify}, {@link #written}, {@link #activate}; or {@link #discard} before the
 * last. A caller that was killed looks with {@link #issuing} where its request stands. All methods
 * throw {@link AuthorityDatabaseFailed} (MYNA-AUT-037) if the database refuses.
 */
public final class CertificationAuthority {
    private final CaKind kind;
    private final Engine engine;
    private final Ceremony ceremony;
    private final IssuingDesk desk;
    private final Archive archive;
    private final Issuance issuance;
    private final Endings endings;
    private final Lists lists;

    CertificationAuthority(CaKind kind, Parts parts) {
        this.kind = kind;
        this.engine = parts.engine();
        this.ceremony = parts.ceremony();
        this.desk = parts.desk();
        this.archive = new Archive(kind, engine);
        this.issuance = new Issuance(kind, engine, parts.serials(kind), archive);
        this.endings = new Endings(kind, engine, archive);
        this.lists = new Lists(parts.lists());
    }

    public CaKind kind() {
        return kind;
    }

    /** Of the generation that issues now. */
    public CaCertificate certificate() {
        return issuance.issuing().certificate();
    }

    /** All key generations, the oldest first. */
    public List<Generation> generations() {
        return engine.generations().of(kind);
    }

    /**
     * A ceremony for a new key (鍵更新): it issues from now on; the older ones go on answering for
     * what they signed.
     *
     * @throws AlgorithmNotForGenerations for another algorithm than RSA-2048 (MYNA-AUT-043)
     */
    public CeremonyTranscript rollOver(
            KeyAlgorithm algorithm, SerialMode serials, CeremonyNotes notes) {
        return ceremony.rollOver(kind, algorithm, serials, notes);
    }

    /** The printed record of a generation's ceremony. */
    public CeremonyTranscript transcript(Generation generation) {
        return ceremony.transcript(generation);
    }

    /**
     * Sets a serial aside.
     *
     * @return the state of the request: {@link IssuingState#RESERVED}, or how far it had come
     *     before
     * @throws RequestIdTaken if the id names a request of another person, office, medium or reason
     *     of replacement (MYNA-AUT-031)
     * @throws HolderHasLivingCertificate if one lives and is not to be replaced (MYNA-AUT-021)
     * @throws HolderHasUnfinishedRequest if another request is under way (MYNA-AUT-040)
     */
    public IssuingState reserve(Reservation reservation) {
        return issuance.reserve(reservation);
    }

    /**
     * Signs a 署名用電子証明書 for a reserved request, valid from this second on. It is unknown to
     * verifiers until it is activated.
     *
     * @throws RequestUnknown if nothing was reserved (MYNA-AUT-032)
     * @throws RequestIdTaken if the request has a certificate for another key (MYNA-AUT-031)
     * @throws StepOutOfOrder if it was discarded (MYNA-AUT-033)
     * @throws PossessionNotProved if the request is not signed by its own key (MYNA-AUT-020)
     * @throws AuthorityEndsFirst if it would outlive the CA (MYNA-AUT-023)
     * @throws NotAsTheProfileSays if the linter finds anything (MYNA-AUT-034)
     * @throws org.openmyna.trust.profile.HolderTooYoung below 15 (MYNA-PRF-016)
     */
    public JpkiCertificate certify(RequestId id, SignatureCertificateApplication application) {
        mustBe(CaKind.SIGNATURE);
        return issuance.certify(id, () -> desk.examine(application));
    }

    /** The same for a 利用者証明用電子証明書, with the same errors but the age. */
    public JpkiCertificate certify(
            RequestId id, UserAuthenticationCertificateApplication application) {
        mustBe(CaKind.USER_AUTHENTICATION);
        return issuance.certify(id, () -> desk.examine(application));
    }

    /**
     * The chip holds the certificate.
     *
     * @throws StepOutOfOrder if it was not certified, or was discarded (MYNA-AUT-033)
     */
    public void written(RequestId id) {
        issuance.written(id);
    }

    /**
     * It was delivered: good from here on. In the same transaction the one it replaces is revoked.
     *
     * @throws StepOutOfOrder if the chip does not hold it (MYNA-AUT-033)
     */
    public void activate(RequestId id) {
        issuance.activate(id);
    }

    /**
     * Thrown away before delivery (交付前に破棄); revoked as unspecified if it was certified.
     *
     * @throws StepOutOfOrder if it was delivered: revoke it (MYNA-AUT-033)
     */
    public void discard(RequestId id) {
        issuance.discard(id);
    }

    /** Where a request stands. */
    public Optional<Issuing> issuing(RequestId id) {
        return archive.issuing(id);
    }

    /** All requests that were neither delivered nor thrown away, by serial. */
    public List<Issuing> unfinished() {
        return archive.unfinished();
    }

    /** The request of this person that is under way; the card's before the phone's. */
    public Optional<Issuing> pendingOf(HolderId holder) {
        return archive.pending(holder);
    }

    /** {@link #reserve} and {@link #certify} in one transaction, with the errors of both. */
    public JpkiCertificate issue(
            Reservation reservation, SignatureCertificateApplication application) {
        mustBe(CaKind.SIGNATURE);
        return issuance.issue(reservation, () -> desk.examine(application), false);
    }

    /** {@link #reserve} and {@link #certify} in one transaction, with the errors of both. */
    public JpkiCertificate issue(
            Reservation reservation, UserAuthenticationCertificateApplication application) {
        mustBe(CaKind.USER_AUTHENTICATION);
        return issuance.issue(reservation, () -> desk.examine(application), false);
    }

    /** All steps in one transaction, for a key that is on no chip. */
    public JpkiCertificate issueActive(
            Reservation reservation, SignatureCertificateApplication application) {
        mustBe(CaKind.SIGNATURE);
        return issuance.issue(reservation, () -> desk.examine(application), true);
    }

    /** All steps in one transaction, for a key that is on no chip. */
    public JpkiCertificate issueActive(
            Reservation reservation, UserAuthenticationCertificateApplication application) {
        mustBe(CaKind.USER_AUTHENTICATION);
        return issuance.issue(reservation, () -> desk.examine(application), true);
    }

    /**
     * Revokes a certificate that was delivered. A second call changes nothing, whatever its reason:
     * the first date and reason stand, except that a hold may become final. No revocation is dated
     * earlier than anything before it.
     *
     * @return the date and the reason that stand
     * @throws CertificateNeverIssued if no holder has this serial (MYNA-AUT-022)
     * @throws CertificateNotDelivered if it can only be discarded (MYNA-AUT-038)
     */
    public CertificateStatus.Revoked revoke(CertificateSerial serial, RevocationReason reason) {
        return endings.revoke(serial, reason);
    }

    /** {@link #revoke} because of a report of loss; final for a card (reference 3.2). */
    public CertificateStatus.Revoked hold(CertificateSerial serial) {
        return endings.revoke(serial, RevocationReason.CERTIFICATE_HOLD);
    }

    /**
     * Good again: the phone was found. Nothing happens if it was not on hold.
     *
     * @throws HoldNotLiftable if it is on a card, or revoked for good (MYNA-AUT-035)
     * @throws CertificateNeverIssued if no holder has this serial (MYNA-AUT-022)
     */
    public void liftHold(CertificateSerial serial) {
        endings.liftHold(serial);
    }

    /**
     * Revokes all of a person's certificates of this CA, on every medium, and discards what is
     * under way. May be repeated, also after a kill: what has ended stays as it is.
     *
     * @return how many certificates this call ended
     */
    public long revokeAllOf(HolderId holder, RevocationReason reason) {
        return revokeAllOf(List.of(holder), reason);
    }

    /** The same for many people at once. */
    public long revokeAllOf(Collection<HolderId> holders, RevocationReason reason) {
        return endings.revokeAllOf(holders, reason);
    }

    /** The same for all certificates that a municipality issued, in many transactions. */
    public long revokeAllOf(MunicipalityCode office, RevocationReason reason) {
        return endings.revokeAllOf(office, reason);
    }

    /**
     * What verifiers are told, by the status log; everything that was answered before this call is
     * in it.
     */
    public CertificateStatus statusOf(CertificateSerial serial) {
        return archive.statusOf(serial);
    }

    /** The certificate of this person that is neither revoked nor over; the card's first. */
    public Optional<CertificateSerial> livingCertificateOf(HolderId holder) {
        return archive.living(holder);
    }

    /** The record of a certificate; empty for what was never reserved, and for the CA's own. */
    public Optional<CertificateRecord> find(CertificateSerial serial) {
        return archive.find(serial);
    }

    /** The certificate of this serial, delivered or not. */
    public Optional<JpkiCertificate> certificateOf(CertificateSerial serial) {
        return archive.certificate(serial);
    }

    /** One page of records. */
    public List<CertificateRecord> search(CertificateSearch search) {
        return archive.search(search);
    }

    /** A new list of all users' certificates of the issuing generation, as of now. */
    public RevocationList crl() {
        return lists.list(issuance.issuing().id(), Optional.empty());
    }

    /**
     * A new list of one distribution point, as of now.
     *
     * @throws OtherAuthorityIssues if the point is of another CA (MYNA-AUT-024)
     */
    public RevocationList crl(DistributionPoint point) {
        if (point.kind() != kind || point.hierarchy() != engine.settings().hierarchy()) {
            throw new OtherAuthorityIssues(kind.toString());
        }
        return lists.list(issuance.issuing().id(), Optional.of(point));
    }

    private void mustBe(CaKind wanted) {
        if (kind != wanted) throw new OtherAuthorityIssues(kind.toString());
    }
}
