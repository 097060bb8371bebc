package org.openmyna.trust.authority;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;
import org.openmyna.trust.profile.SubjectName;
import org.openmyna.trust.profile.Validity;
import org.openmyna.trust.profile.ValidityRule;

/**
 * One of the two CAs, in a directory. What it answered, it remembers: a certificate or a revocation
 * is in the ledger and on the disk before the caller hears of it. All methods may be called by many
 * threads; signatures are made side by side.
 */
public final class CertificationAuthority implements AutoCloseable {
    private static final BigInteger SEQUENCES = BigInteger.valueOf(100_000);

    private final Premises premises;
    private final Books books;
    private final JpkiProfile profile;
    private final JpkiProfile.Issuer issuer;
    private final AuthoritySettings settings;
    private final InstantSource legalTime;
    private final SecureRandom random;

    private CertificationAuthority(
            Ceremony.Opened opened,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random) {
        this.premises = opened.premises();
        this.books = new Books(opened.ledger(), opened.register());
        this.profile = new JpkiProfile(settings.hierarchy(), settings.addresses());
        this.issuer = new JpkiProfile.Issuer(opened.register().authority(), opened.signature());
        this.settings = settings;
        this.legalTime = legalTime;
        this.random = random;
    }

    /** As below, with the password in a file beside the key. */
    public static CertificationAuthority establish(
            Path directory,
            CaKind kind,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random) {
        return establish(
                directory, kind, settings, legalTime, random, KeyStorePassword.besideTheKey());
    }

    /**
     * The ceremony: makes a key and its self-signed certificate, which takes serial 1.
     *
     * @param directory new or empty
     * @throws DirectoryNotFree if something else is there (MYNA-AUT-001)
     */
    public static CertificationAuthority establish(
            Path directory,
            CaKind kind,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random,
            KeyStorePassword password) {
        new Ceremony(directory, settings, password).establish(kind, second(legalTime), random);
        return open(directory, settings, legalTime, random, password);
    }

    /** As below, with the password in a file beside the key. */
    public static CertificationAuthority open(
            Path directory,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random) {
        return open(directory, settings, legalTime, random, KeyStorePassword.besideTheKey());
    }

    /**
     * Opens an authority where it stopped, however it stopped.
     *
     * @throws NoAuthorityHere if none was established (MYNA-AUT-002)
     * @throws AuthorityInUse if it is open (MYNA-AUT-003)
     * @throws KeyUnusable if the key does not open (MYNA-AUT-004)
     * @throws LedgerDamaged if the ledger is not as it was written (MYNA-AUT-005)
     */
    public static CertificationAuthority open(
            Path directory,
            AuthoritySettings settings,
            InstantSource legalTime,
            SecureRandom random,
            KeyStorePassword password) {
        Ceremony.Opened opened = new Ceremony(directory, settings, password).open();
        return new CertificationAuthority(opened, settings, legalTime, random);
    }

    public CaCertificate certificate() {
        return issuer.certificate();
    }

    /**
     * Issues a 署名用電子証明書, valid from this second on.
     *
     * @throws PossessionNotProved if the request is not signed by its own key (MYNA-AUT-020)
     * @throws HolderHasLivingCertificate if the holder named has one (MYNA-AUT-021)
     * @throws AuthorityEndsFirst if it would outlive the CA (MYNA-AUT-023)
     * @throws org.openmyna.trust.profile.HolderTooYoung below 15 (MYNA-PRF-016)
     */
    public JpkiCertificate issue(SignatureCertificateApplication application) {
        mustBe(CaKind.SIGNATURE);
        mustProvePossession(application.request());
        CertifiedFourItems items = CertifiedFourItems.of(application.fourItems());
        Instant now = now();
        Validity validity =
                application
                        .userAuthenticationEnd()
                        .map(end -> application.validity().signature(now, end))
                        .orElseGet(() -> application.validity().signature(now));
        LocalDateTime requestedAt = LocalDateTime.ofInstant(now, ValidityRule.JAPAN);
        return books.issue(
                application.holder(),
                now,
                serial -> {
                    int sequence = serial.value().mod(SEQUENCES).intValueExact();
                    return profile.signature(
                            issuer,
                            common(serial, validity, application.request()),
                            new SubjectName.Signature(requestedAt, sequence, application.office()),
                            items);
                });
    }

    /**
     * Issues a 利用者証明用電子証明書, valid from this second on.
     *
     * @throws PossessionNotProved if the request is not signed by its own key (MYNA-AUT-020)
     * @throws HolderHasLivingCertificate if the holder named has one (MYNA-AUT-021)
     * @throws AuthorityEndsFirst if it would outlive the CA (MYNA-AUT-023)
     */
    public JpkiCertificate issue(UserAuthenticationCertificateApplication application) {
        mustBe(CaKind.USER_AUTHENTICATION);
        mustProvePossession(application.request());
        Instant now = now();
        Validity validity = application.validity().userAuthentication(now);
        return books.issue(
                application.holder(),
                now,
                serial ->
                        profile.userAuthentication(
                                issuer,
                                common(serial, validity, application.request()),
                                freshName(application)));
    }

    /**
     * Revokes a certificate, for good. A second call changes nothing, whatever its reason: the
     * first date and reason stand, and a hold is never lifted. No revocation is dated earlier than
     * the one before it.
     *
     * @return the date and the reason that stand
     * @throws CertificateNeverIssued if no holder has this serial (MYNA-AUT-022)
     */
    public CertificateStatus.Revoked revoke(CertificateSerial serial, RevocationReason reason) {
        return books.revoke(serial, reason, now());
    }

    public CertificateStatus statusOf(CertificateSerial serial) {
        return books.statusOf(serial);
    }

    /**
     * The certificate of this holder that is neither revoked nor over; a holder has one at most.
     */
    public Optional<CertificateSerial> livingCertificateOf(HolderId holder) {
        return books.livingCertificateOf(holder, now());
    }

    /** The distribution points that have certificates. */
    public Set<DistributionPoint> distributionPoints() {
        return books.points();
    }

    /** A new list of all users' certificates, as of now. */
    public RevocationList crl() {
        Books.Listing listing = books.list(Register.ALL_USERS, now());
        return profile.revocationList(
                issuer,
                BigInteger.valueOf(listing.number()),
                listing.thisUpdate(),
                listing.thisUpdate().plus(settings.listLifetime()),
                listing.entries());
    }

    /**
     * A new list of one distribution point, as of now.
     *
     * @throws OtherAuthorityIssues if the point is of another CA (MYNA-AUT-024)
     */
    public RevocationList crl(DistributionPoint point) {
        if (point.kind() != certificate().kind()
                || point.hierarchy() != certificate().hierarchy()) {
            throw new OtherAuthorityIssues(certificate().kind().toString());
        }
        Books.Listing listing = books.list(Register.scopeOf(point), now());
        return profile.revocationList(
                issuer,
                point,
                BigInteger.valueOf(listing.number()),
                listing.thisUpdate(),
                listing.thisUpdate().plus(settings.listLifetime()),
                listing.entries());
    }

    private JpkiProfile.Common common(
            CertificateSerial serial, Validity validity, CertificationRequest request) {
        if (validity.notAfter().isAfter(certificate().notAfter())) {
            throw new AuthorityEndsFirst(
                    validity.notAfter().toString(), certificate().notAfter().toString());
        }
        return new JpkiProfile.Common(serial, validity, request.publicKey());
    }

    private SubjectName.UserAuthentication freshName(
            UserAuthenticationCertificateApplication application) {
        SubjectName.UserAuthentication name;
        do {
            name = SubjectName.UserAuthentication.draw(random, application.office());
        } while (books.isNameTaken(name.commonName()));
        return name;
    }

    private void mustBe(CaKind kind) {
        if (certificate().kind() != kind) {
            throw new OtherAuthorityIssues(certificate().kind().toString());
        }
    }

    private static void mustProvePossession(CertificationRequest request) {
        if (!request.provesPossession()) {
            throw new PossessionNotProved();
        }
    }

    private Instant now() {
        return second(legalTime);
    }

    private static Instant second(InstantSource legalTime) {
        return legalTime.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Gives the directory back. Everything answered is on the disk already. */
    @Override
    public void close() {
        try {
            books.close();
        } finally {
            premises.close();
        }
    }
}
