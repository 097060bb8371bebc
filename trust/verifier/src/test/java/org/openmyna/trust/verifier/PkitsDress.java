package org.openmyna.trust.verifier;

import java.io.IOException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;

/**
 * NIST's CA, its end entity and its lists in the dress of JPKI's test hierarchy. What a test is
 * about stays as NIST wrote it, bit for bit: dates and their form, serials, basicConstraints and
 * keyUsage of the CA, unknown extensions, entries, numbers, scope flags. The dress is names, keys
 * and what the profile asks of everybody.
 *
 * <p>A name, a key identifier or a signature that was right with NIST is right here; one that was
 * wrong is wrong here. NIST-test-policy-1 is the one policy of JPKI, each distribution point a
 * municipality; who has none, has one and a list of the whole generation. Lists with a scope are
 * for users' certificates, as JPKI's all are, unless NIST says that they are for others.
 */
final class PkitsDress {
    static final CaKind KIND = CaKind.USER_AUTHENTICATION;

    private static final ASN1ObjectIdentifier NIST_TEST_POLICY_1 =
            new ASN1ObjectIdentifier("2.16.840.1.101.3.2.1.48.1");
    private static final Set<ASN1ObjectIdentifier> DRESS =
            Set.of(
                    Extension.authorityKeyIdentifier,
                    Extension.subjectKeyIdentifier,
                    Extension.certificatePolicies,
                    Extension.cRLDistributionPoints);
    private static final Forge NAMES = Forge.authority(KIND, Hierarchy.TEST, "one");
    private static final byte[] NOBODY = new byte[20];

    private final X509CertificateHolder nist;
    private final KeyPair keys = Forge.keys("pkits", 2048);
    private final PrivateKey stranger = Forge.keys("stranger", 2048).getPrivate();
    private final List<Object> places = new ArrayList<>();
    private final JcaX509ExtensionUtils ids = Forge.quietly(() -> new JcaX509ExtensionUtils());

    /**
     * @param nist the CA certificate that shall be a pinned authority
     */
    PkitsDress(X509CertificateHolder nist) {
        this.nist = nist;
    }

    /** Whether the verifier's own arithmetic finds the signature right under this CA's key. */
    private static boolean signed(
            X509CertificateHolder ca,
            AlgorithmIdentifier algorithm,
            ASN1Encodable content,
            ASN1BitString by) {
        PublicKey key = key(ca.getSubjectPublicKeyInfo());
        Optional<SignatureScheme> scheme = SignatureScheme.of(key);
        return scheme.filter(of ->
                        of.oid().equals(algorithm.getAlgorithm().getId()) && by.getPadBits() == 0)
                .filter(of ->
                        new Signatures(Optional.empty())
                                        .outcome(
                                                key,
                                                SignedContent.of(of.own(), der(content)),
                                                by.getBytes())
                                == SignatureOutcome.FITS)
                .isPresent();
    }

    static boolean signed(X509CertificateHolder ca, X509CertificateHolder certificate) {
        var whole = certificate.toASN1Structure();
        return signed(
                ca, whole.getSignatureAlgorithm(), whole.getTBSCertificate(), whole.getSignature());
    }

    static boolean signed(X509CertificateHolder ca, X509CRLHolder list) {
        var whole = list.toASN1Structure();
        return signed(
                ca, whole.getSignatureAlgorithm(), whole.getTBSCertList(), whole.getSignature());
    }

    private static byte[] der(ASN1Encodable part) {
        return Forge.quietly(() -> part.toASN1Primitive().getEncoded());
    }

    static PublicKey key(SubjectPublicKeyInfo info) {
        return Forge.quietly(() -> {
            String name = info.getAlgorithm().getAlgorithm().getId();
            return KeyFactory.getInstance(name)
                    .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
        });
    }

    /** Dated and restricted as NIST's CA, signed by itself if the trust anchor had signed it. */
    byte[] authority(X509CertificateHolder anchor) {
        return Forge.quietly(() -> {
            var builder =
                    new X509v3CertificateBuilder(
                            dn(),
                            nist.getSerialNumber(),
                            nist.toASN1Structure().getStartDate(),
                            nist.toASN1Structure().getEndDate(),
                            dn(),
                            info());
            for (var oid : nist.getExtensions().getExtensionOIDs())
                if (!DRESS.contains(oid)) builder.addExtension(nist.getExtension(oid));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    ids.createSubjectKeyIdentifier(keys.getPublic()));
            return builder.build(signer(signed(anchor, nist))).getEncoded();
        });
    }

    /** NIST's end entity; its key is the card's, for nobody has the private keys of NIST's. */
    byte[] endEntity(X509CertificateHolder ee, PublicKey card) {
        return Forge.quietly(() -> {
            var builder =
                    new X509v3CertificateBuilder(
                            named(ee.getIssuer()),
                            ee.getSerialNumber(),
                            ee.toASN1Structure().getStartDate(),
                            ee.toASN1Structure().getEndDate(),
                            new X500Name("C=JP,CN=123456EABC123413101003A"),
                            SubjectPublicKeyInfo.getInstance(card.getEncoded()));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            policies(builder, ee.getExtension(Extension.certificatePolicies));
            builder.addExtension(
                    Extension.cRLDistributionPoints,
                    false,
                    points(ee.getExtension(Extension.cRLDistributionPoints)));
            builder.addExtension(Extension.authorityKeyIdentifier, false, keyId(Pkits.keyId(ee)));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(card));
            for (var oid : ee.getExtensions().getExtensionOIDs())
                if (!DRESS.contains(oid) && !oid.equals(Extension.keyUsage))
                    builder.addExtension(ee.getExtension(oid));
            return builder.build(signer(signed(nist, ee))).getEncoded();
        });
    }

    private static void policies(X509v3CertificateBuilder builder, Extension extension)
            throws IOException {
        if (extension == null) return;
        PolicyInformation[] all =
                CertificatePolicies.getInstance(extension.getParsedValue()).getPolicyInformation();
        var dressed =
                Arrays.stream(all)
                        .map(each ->
                                new PolicyInformation(
                                        policy(each.getPolicyIdentifier()),
                                        each.getPolicyQualifiers()))
                        .toArray(PolicyInformation[]::new);
        builder.addExtension(
                Extension.certificatePolicies,
                extension.isCritical(),
                new CertificatePolicies(dressed));
    }

    private static ASN1ObjectIdentifier policy(ASN1ObjectIdentifier nist) {
        return nist.equals(NIST_TEST_POLICY_1)
                ? new ASN1ObjectIdentifier(Forge.policy(KIND, Hierarchy.TEST))
                : nist;
    }

    private CRLDistPoint points(Extension extension) {
        if (extension == null)
            return new CRLDistPoint(
                    new DistributionPoint[] {
                        new DistributionPoint(
                                new DistributionPointName(place("everybody")), null, null)
                    });
        DistributionPoint[] all =
                CRLDistPoint.getInstance(extension.getParsedValue()).getDistributionPoints();
        return new CRLDistPoint(
                Arrays.stream(all)
                        .map(each ->
                                new DistributionPoint(
                                        dressed(each.getDistributionPoint()),
                                        each.getReasons(),
                                        each.getCRLIssuer()))
                        .toArray(DistributionPoint[]::new));
    }

    private @Nullable DistributionPointName dressed(@Nullable DistributionPointName point) {
        if (point == null) return null;
        if (point.getType() != DistributionPointName.FULL_NAME) {
            var rdns = new ArrayList<>(List.of(nist.getSubject().getRDNs()));
            rdns.add(RDN.getInstance(point.getName()));
            var full = new GeneralName(new X500Name(rdns.toArray(RDN[]::new)));
            return new DistributionPointName(place(full));
        }
        var all =
                Arrays.stream(GeneralNames.getInstance(point.getName()).getNames())
                        .map(name -> place(name).getNames()[0])
                        .toArray(GeneralName[]::new);
        return new DistributionPointName(new GeneralNames(all));
    }

    /** The same name is the same municipality. */
    private GeneralNames place(Object name) {
        int number = places.indexOf(name);
        if (number < 0) {
            number = places.size();
            places.add(name);
        }
        String municipality = "Shiken" + (char) ('a' + number) + "-shi";
        return new GeneralNames(new GeneralName(NAMES.point(municipality)));
    }

    /** NIST's list. */
    byte[] list(X509CRLHolder list) {
        return Forge.quietly(() -> {
            TBSCertList tbs = list.toASN1Structure().getTBSCertList();
            var builder = new X509v2CRLBuilder(named(list.getIssuer()), tbs.getThisUpdate());
            if (tbs.getNextUpdate() != null) builder.setNextUpdate(tbs.getNextUpdate());
            for (TBSCertList.CRLEntry entry : tbs.getRevokedCertificates())
                builder.addCRLEntry(
                        entry.getUserCertificate().getValue(),
                        entry.getRevocationDate().getDate(),
                        entry.getExtensions());
            Extensions all = tbs.getExtensions();
            for (var oid : all.getExtensionOIDs())
                builder.addExtension(dressed(all.getExtension(oid)));
            return builder.build(signer(signed(nist, list))).getEncoded();
        });
    }

    private Extension dressed(Extension extension) throws IOException {
        if (extension.getExtnId().equals(Extension.authorityKeyIdentifier)) {
            byte[] id =
                    AuthorityKeyIdentifier.getInstance(extension.getParsedValue())
                            .getKeyIdentifier();
            return new Extension(extension.getExtnId(), false, keyId(id).getEncoded());
        }
        if (!extension.getExtnId().equals(Extension.issuingDistributionPoint)) return extension;
        var scope = IssuingDistributionPoint.getInstance(extension.getParsedValue());
        var dressed =
                new IssuingDistributionPoint(
                        dressed(scope.getDistributionPoint()),
                        scope.onlyContainsUserCerts() || !isForOthers(scope),
                        scope.onlyContainsCACerts(),
                        scope.getOnlySomeReasons(),
                        scope.isIndirectCRL(),
                        scope.onlyContainsAttributeCerts());
        return new Extension(extension.getExtnId(), true, dressed.getEncoded());
    }

    private static boolean isForOthers(IssuingDistributionPoint scope) {
        return scope.onlyContainsCACerts() || scope.onlyContainsAttributeCerts();
    }

    private ContentSigner signer(boolean right) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withRSA")
                .build(right ? keys.getPrivate() : stranger);
    }

    private static X500Name dn() {
        return Forge.dn(KIND, Hierarchy.TEST);
    }

    /**
     * The authority's name if NIST's was the same byte for byte, else the same in small letters.
     */
    private X500Name named(X500Name issuer) throws IOException {
        boolean same = Arrays.equals(issuer.getEncoded(), nist.getSubject().getEncoded());
        return same ? dn() : new X500Name(dn().toString().toLowerCase(Locale.ROOT));
    }

    private AuthorityKeyIdentifier keyId(byte[] nistKeyId) {
        return new AuthorityKeyIdentifier(
                Pkits.has(nist, nistKeyId)
                        ? ids.createSubjectKeyIdentifier(keys.getPublic()).getKeyIdentifier()
                        : NOBODY);
    }

    private SubjectPublicKeyInfo info() {
        return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    }
}
