package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.openmyna.trust.profile.RevocationList.Revoked;

/**
 * Builds what a JPKI CA signs, exactly as the profile says. It decides nothing about people,
 * serials or dates, and sees no private key. What it gives back was read again by the strict reader
 * and its signature verified: a faulty signature would give a key away (RFC 8017 leaves that to
 * us).
 */
public final class JpkiProfile {
    private final Hierarchy hierarchy;
    private final CertificateAddresses addresses;

    /**
     * @throws RealHostRefused if the addresses do not suit the hierarchy (MYNA-PRF-012)
     */
    public JpkiProfile(Hierarchy hierarchy, CertificateAddresses addresses) {
        addresses.mustSuit(hierarchy);
        this.hierarchy = hierarchy;
        this.addresses = addresses;
    }

    /** The signing side: a key generation's certificate and the key behind it. */
    public record Issuer(CaCertificate certificate, ContentSignature signature) {}

    /** What is the same in both kinds of certificate. */
    public record Common(CertificateSerial serial, Validity validity, RSAPublicKey key) {}

    /** A CA's own certificate (reference 1.3). */
    public CaCertificate selfSigned(CaKind kind, Common common, ContentSignature signature) {
        return selfSigned(kind, common, signature, toBeSigned -> {});
    }

    /**
     * A CA's own certificate (reference 1.3).
     *
     * @param check sees the tbsCertificate before it is signed
     */
    public CaCertificate selfSigned(
            CaKind kind, Common common, ContentSignature signature, BeforeSigning check) {
        Names.CaIdentity ca = new Names.CaIdentity(kind, hierarchy);
        RsaKey key = RsaKey.of(common.key().getEncoded());
        byte[] der =
                CertificateWriter.rfc5280_4_1(
                        common.serial(),
                        ca.name(),
                        common.validity(),
                        ca.name(),
                        key,
                        ProfilePlan.reference1_3(ca, key),
                        check,
                        signature);
        return CaCertificate.parse(der);
    }

    /** 利用者証明用電子証明書 on a card (reference 2.1). */
    public JpkiCertificate userAuthentication(
            Issuer issuer, Common common, SubjectName.UserAuthentication subject) {
        return userAuthentication(
                issuer, common, subject, CertificateMedium.CARD, toBeSigned -> {});
    }

    /**
     * 利用者証明用電子証明書 (reference 2.1). On a phone only its policy differs: our choice.
     *
     * @param check sees the tbsCertificate before it is signed
     */
    public JpkiCertificate userAuthentication(
            Issuer issuer,
            Common common,
            SubjectName.UserAuthentication subject,
            CertificateMedium medium,
            BeforeSigning check) {
        Names.CaIdentity ca = identity(issuer, CaKind.USER_AUTHENTICATION);
        RsaKey key = RsaKey.of(common.key().getEncoded());
        List<Extension> extensions =
                ProfilePlan.reference2_1(
                        ca,
                        key,
                        addresses.cps(),
                        addresses.ocsp(),
                        point(ca, subject),
                        keyIdOf(issuer.certificate()),
                        medium);
        X500Name name = Names.japan(Names.text(Oid.COMMON_NAME, subject.commonName()));
        return issued(issuer, common, name, key, extensions, check);
    }

    /** 署名用電子証明書 on a card (reference 2.2). */
    public JpkiCertificate signature(
            Issuer issuer,
            Common common,
            SubjectName.Signature subject,
            CertifiedFourItems fourItems) {
        return signature(
                issuer, common, subject, fourItems, CertificateMedium.CARD, toBeSigned -> {});
    }

    /**
     * 署名用電子証明書 (reference 2.2). On a phone only its policy differs: our choice.
     *
     * @param check sees the tbsCertificate before it is signed
     */
    public JpkiCertificate signature(
            Issuer issuer,
            Common common,
            SubjectName.Signature subject,
            CertifiedFourItems fourItems,
            CertificateMedium medium,
            BeforeSigning check) {
        Names.CaIdentity ca = identity(issuer, CaKind.SIGNATURE);
        RsaKey key = RsaKey.of(common.key().getEncoded());
        List<Extension> extensions =
                ProfilePlan.reference2_2(
                        ca,
                        key,
                        addresses.cps(),
                        point(ca, subject),
                        keyIdOf(issuer.certificate()),
                        fourItems,
                        medium);
        X500Name name =
                Names.japan(
                        Names.text(Oid.LOCALITY, subject.office().prefecture()),
                        Names.text(Oid.LOCALITY, subject.office().municipality()),
                        Names.text(Oid.COMMON_NAME, subject.commonName()));
        return issued(issuer, common, name, key, extensions, check);
    }

    /**
     * The certificate of a delegated OCSP responder of this key generation (reference 3.3; our
     * choice).
     *
     * @param common the responder's own key, and at most 90 days
     * @param check sees the tbsCertificate before it is signed
     * @throws ResponderLivesTooLong for a longer validity (MYNA-PRF-034)
     */
    public ResponderCertificate responder(Issuer issuer, Common common, BeforeSigning check) {
        Names.CaIdentity ca = identity(issuer, issuer.certificate().kind());
        ResponderCertificate.mustBeShort(common.validity());
        RsaKey key = RsaKey.of(common.key().getEncoded());
        byte[] der =
                CertificateWriter.rfc5280_4_1(
                        common.serial(),
                        ca.name(),
                        common.validity(),
                        ca.responderName(issuer.certificate().serial()),
                        key,
                        ProfilePlan.reference3_3(key, keyIdOf(issuer.certificate())),
                        check,
                        issuer.signature());
        ResponderCertificate certificate = ResponderCertificate.parse(der);
        mustVerify(certificate.isIssuedBy(issuer.certificate()));
        return certificate;
    }

    /** A list of all users' certificates of a key generation (reference 3.1). */
    public RevocationList revocationList(
            Issuer issuer,
            BigInteger number,
            Instant thisUpdate,
            Instant nextUpdate,
            List<Revoked> entries) {
        var head = new RevocationListHead(number, thisUpdate, nextUpdate, Optional.empty());
        return revocationList(issuer, head, entries, toBeSigned -> {});
    }

    /** A list of one distribution point; the caller picks its entries (reference 3.1). */
    public RevocationList revocationList(
            Issuer issuer,
            DistributionPoint scope,
            BigInteger number,
            Instant thisUpdate,
            Instant nextUpdate,
            List<Revoked> entries) {
        var head = new RevocationListHead(number, thisUpdate, nextUpdate, Optional.of(scope));
        return revocationList(issuer, head, entries, toBeSigned -> {});
    }

    /**
     * A short list, in memory (reference 3.1); {@link RevocationListWriter} makes the same bytes in
     * a file and has no limit.
     *
     * @param entries in the order in which they shall stand
     * @param check sees the tbsCertList before it is signed
     * @throws RevocationListMalformed if a serial comes twice
     */
    public RevocationList revocationList(
            Issuer issuer, RevocationListHead head, List<Revoked> entries, BeforeSigning check) {
        identity(issuer, issuer.certificate().kind());
        ListForm form = ListForm.of(issuer.certificate(), head);
        byte[] der = form.inMemory(entries, check, issuer.signature());
        RevocationList list = RevocationList.parse(der);
        mustVerify(list.isIssuedBy(issuer.certificate()));
        return list;
    }

    private JpkiCertificate issued(
            Issuer issuer,
            Common common,
            X500Name subject,
            RsaKey key,
            List<Extension> extensions,
            BeforeSigning check) {
        byte[] der =
                CertificateWriter.rfc5280_4_1(
                        common.serial(),
                        issuer.certificate().identity().name(),
                        common.validity(),
                        subject,
                        key,
                        extensions,
                        check,
                        issuer.signature());
        JpkiCertificate certificate = JpkiCertificate.parse(der);
        mustVerify(certificate.isIssuedBy(issuer.certificate()));
        return certificate;
    }

    private Names.CaIdentity identity(Issuer issuer, CaKind kind) {
        Names.CaIdentity expected = new Names.CaIdentity(kind, hierarchy);
        if (!issuer.certificate().identity().equals(expected)) {
            throw new IssuerOfAnotherKind(issuer.certificate().toString());
        }
        return expected;
    }

    private static DistributionPoint point(Names.CaIdentity ca, SubjectName subject) {
        return subject.office().distributionPoint(ca.kind(), ca.hierarchy());
    }

    private static AuthorityKeyId keyIdOf(CaCertificate ca) {
        return new AuthorityKeyId(
                ca.subjectKeyId(), Optional.of(ca.nameDer()), Optional.of(ca.serial()));
    }

    private static void mustVerify(boolean verified) {
        if (!verified) {
            throw new ContentSignatureFailed();
        }
    }
}
