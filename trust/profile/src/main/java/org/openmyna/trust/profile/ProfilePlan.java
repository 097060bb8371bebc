package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The extensions of each profile, in order, with criticality and value. The tables of the reference
 * stand here once; both writing and {@link JpkiCertificate#departures()} go through them.
 */
final class ProfilePlan {
    private ProfilePlan() {}

    /** Reference 1.3: the CA's own certificate. */
    static List<Extension> reference1_3(Names.CaIdentity ca, SubjectKey key) {
        return List.of(
                keyUsage(1, 0x06),
                extension(Oid.SUBJECT_ALT_NAME, false, seq(directoryName(ca.japaneseName()))),
                extension(Oid.BASIC_CONSTRAINTS, true, seq(ASN1Boolean.TRUE)),
                crlDistributionPoints(ca.name()),
                subjectKeyId(key));
    }

    /** Reference 2.1: user authentication. */
    static List<Extension> reference2_1(
            Names.CaIdentity ca,
            SubjectKey key,
            URI cps,
            URI ocsp,
            DistributionPoint point,
            AuthorityKeyId issuer,
            CertificateMedium medium) {
        return List.of(
                keyUsage(7, 0x80),
                extension(Oid.EXTENDED_KEY_USAGE, false, seq(oid(Oid.CLIENT_AUTH))),
                policies(ca, medium, cps),
                extension(Oid.ISSUER_ALT_NAME, false, seq(directoryName(ca.japaneseName()))),
                crlDistributionPoints(point.name()),
                extension(
                        Oid.AUTHORITY_INFO_ACCESS,
                        false,
                        seq(seq(oid(Oid.OCSP), tagged(6, ia5(ocsp))))),
                authorityKeyId(issuer),
                subjectKeyId(key));
    }

    /** Reference 2.2: signature; neither extKeyUsage nor authorityInfoAccess. */
    static List<Extension> reference2_2(
            Names.CaIdentity ca,
            SubjectKey key,
            URI cps,
            DistributionPoint point,
            AuthorityKeyId issuer,
            CertifiedFourItems fourItems,
            CertificateMedium medium) {
        return List.of(
                keyUsage(6, 0xC0),
                subjectAltName(fourItems),
                policies(ca, medium, cps),
                extension(Oid.ISSUER_ALT_NAME, false, seq(directoryName(ca.japaneseName()))),
                crlDistributionPoints(point.name()),
                authorityKeyId(issuer),
                subjectKeyId(key));
    }

    /** Reference 3.1, our choice: the list names its point and is for users' certificates only. */
    static List<Extension> reference3_1(
            byte[] issuerKeyId, BigInteger number, Optional<DistributionPoint> scope) {
        ASN1Encodable onlyUsers = tagged(1, ASN1Boolean.TRUE);
        return List.of(
                extension(
                        Oid.AUTHORITY_KEY_ID,
                        false,
                        seq(tagged(0, new DEROctetString(issuerKeyId)))),
                extension(Oid.CRL_NUMBER, false, new ASN1Integer(number)),
                extension(
                        Oid.ISSUING_DISTRIBUTION_POINT,
                        true,
                        scope.map(point -> seq(fullName(point.name()), onlyUsers))
                                .orElse(seq(onlyUsers))));
    }

    /**
     * Reference 3.3, our choice: a responder of OCSP. Nobody is asked whether it is revoked (RFC
     * 6960 4.2.2.2.1), so it is to live for a short time only.
     */
    static List<Extension> reference3_3(SubjectKey key, AuthorityKeyId issuer) {
        return List.of(
                keyUsage(7, 0x80),
                extension(Oid.EXTENDED_KEY_USAGE, false, seq(oid(Oid.OCSP_SIGNING))),
                extension(Oid.OCSP_NOCHECK, false, DERNull.INSTANCE),
                authorityKeyId(issuer),
                subjectKeyId(key));
    }

    private static Extension keyUsage(int unused, int bits) {
        return extension(Oid.KEY_USAGE, true, new DERBitString(new byte[] {(byte) bits}, unused));
    }

    /** Reference 2.4: all six are UTF8String, in the order seen on real certificates. */
    private static Extension subjectAltName(CertifiedFourItems fourItems) {
        Map<String, String> texts = fourItems.byOid();
        ASN1Encodable[] names =
                CertifiedFourItems.ORDER.stream()
                        .map(oid ->
                                tagged(
                                        0,
                                        seq(
                                                oid(oid),
                                                explicit(
                                                        new DERUTF8String(
                                                                texts.getOrDefault(oid, ""))))))
                        .toArray(ASN1Encodable[]::new);
        return extension(Oid.SUBJECT_ALT_NAME, false, seq(names));
    }

    /** Critical, unlike most of the world's: a verifier must know the policy. */
    private static Extension policies(Names.CaIdentity ca, CertificateMedium medium, URI cps) {
        ASN1Encodable qualifier = seq(oid(Oid.CPS_QUALIFIER), ia5(cps));
        ASN1Encodable policy =
                seq(oid(Oid.policy(ca.kind(), ca.hierarchy(), medium)), seq(qualifier));
        return extension(Oid.CERTIFICATE_POLICIES, true, seq(policy));
    }

    private static Extension crlDistributionPoints(X500Name name) {
        return extension(Oid.CRL_DISTRIBUTION_POINTS, false, seq(seq(fullName(name))));
    }

    /** distributionPoint [0] { fullName [0] { directoryName } }. */
    private static ASN1Encodable fullName(X500Name name) {
        return explicit(tagged(0, seq(directoryName(name))));
    }

    private static Extension authorityKeyId(AuthorityKeyId issuer) {
        ASN1Encodable keyId = tagged(0, new DEROctetString(issuer.keyId()));
        if (issuer.issuer().isEmpty() || issuer.serial().isEmpty()) {
            return extension(Oid.AUTHORITY_KEY_ID, false, seq(keyId));
        }
        return extension(
                Oid.AUTHORITY_KEY_ID,
                false,
                seq(
                        keyId,
                        tagged(1, seq(directoryName(X500Name.getInstance(issuer.issuer().get())))),
                        tagged(2, new ASN1Integer(issuer.serial().get().value()))));
    }

    private static Extension subjectKeyId(SubjectKey key) {
        return extension(
                Oid.SUBJECT_KEY_ID, false, new DEROctetString(key.rfc5280_4_2_1_2_method1()));
    }

    private static Extension extension(String oid, boolean critical, ASN1Encodable value) {
        return new Extension(oid, critical, Names.der(value));
    }

    /** Name is a CHOICE, so its tag in GeneralName is explicit. */
    private static ASN1Encodable directoryName(X500Name name) {
        return new DERTaggedObject(true, 4, name);
    }

    private static ASN1Encodable explicit(ASN1Encodable value) {
        return new DERTaggedObject(true, 0, value);
    }

    private static ASN1Encodable tagged(int number, ASN1Encodable value) {
        return new DERTaggedObject(false, number, value);
    }

    private static ASN1Encodable oid(String dotted) {
        return new ASN1ObjectIdentifier(dotted);
    }

    private static ASN1Encodable ia5(URI address) {
        return new DERIA5String(address.toString());
    }

    private static ASN1Encodable seq(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }
}
