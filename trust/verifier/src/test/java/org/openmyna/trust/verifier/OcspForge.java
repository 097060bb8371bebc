package org.openmyna.trust.verifier;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CertId;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.OcspResponse;

/** Makes OCSP answers by hand with BouncyCastle: good ones by default; a test changes one thing. */
public final class OcspForge {
    public static final CertificateStatus GOOD = CertificateStatus.GOOD;
    public static final CertificateStatus UNKNOWN = new UnknownStatus();

    private final Forge issuer;
    private final KeyPair keys;
    private Instant producedAt = Forge.NOW;
    private Instant thisUpdate = Forge.NOW.minus(Duration.ofMinutes(10));
    private Optional<Instant> nextUpdate = Optional.of(Forge.NOW.plus(Duration.ofMinutes(5)));
    private Optional<Instant> archiveCutoff = Optional.empty();
    private CertificateStatus status = GOOD;
    private Optional<byte[]> nonce = Optional.empty();
    private PrivateKey signer;
    private Forge certifier;
    private boolean nocheck = true;
    private boolean withCertificate = true;
    private KeyPurposeId purpose = KeyPurposeId.id_kp_OCSPSigning;
    private Instant from = Forge.NOW.minus(Duration.ofDays(10));
    private Instant until = Forge.NOW.plus(Duration.ofDays(50));

    private OcspForge(Forge issuer) {
        this.issuer = issuer;
        this.certifier = issuer;
        this.keys = Forge.keys("responder", 2048);
        this.signer = keys.getPrivate();
    }

    public static OcspForge of(Forge issuer) {
        return new OcspForge(issuer);
    }

    public static CertificateStatus revoked(String when, int reason) {
        return new RevokedStatus(Date.from(Instant.parse(when)), reason);
    }

    public OcspForge saying(CertificateStatus status) {
        this.status = status;
        return this;
    }

    public OcspForge made(Instant when) {
        producedAt = when;
        return this;
    }

    public OcspForge dated(Instant thisUpdate, Instant nextUpdate) {
        this.thisUpdate = thisUpdate;
        this.nextUpdate = Optional.of(nextUpdate);
        return this;
    }

    public OcspForge open() {
        nextUpdate = Optional.empty();
        return this;
    }

    public OcspForge rememberingSince(Instant cutoff) {
        archiveCutoff = Optional.of(cutoff);
        return this;
    }

    public OcspForge nonce(byte[] octets) {
        nonce = Optional.of(octets.clone());
        return this;
    }

    public OcspForge signedBy(PrivateKey key) {
        signer = key;
        return this;
    }

    public OcspForge certifiedBy(Forge other) {
        certifier = other;
        return this;
    }

    public OcspForge withoutNocheck() {
        nocheck = false;
        return this;
    }

    public OcspForge for_(KeyPurposeId other) {
        purpose = other;
        return this;
    }

    public OcspForge withoutCertificate() {
        withCertificate = false;
        return this;
    }

    public OcspForge responderValid(Instant from, Instant until) {
        this.from = from;
        this.until = until;
        return this;
    }

    public BasicOcspResponse about(CertId asked) {
        return (BasicOcspResponse) OcspResponse.parse(der(asked));
    }

    public byte[] der(CertId asked) {
        return Forge.quietly(() -> {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var id = new CertificateID(org.bouncycastle.asn1.ocsp.CertID.getInstance(asked.der()));
            var builder =
                    new BasicOCSPRespBuilder(new RespID(info(), digests.get(RespID.HASH_SHA1)));
            builder.addResponse(
                    id,
                    status,
                    Date.from(thisUpdate),
                    nextUpdate.map(Date::from).orElse(null),
                    archiveCutoff.map(OcspForge::cutoff).orElse(null));
            nonce.ifPresent(octets -> builder.setResponseExtensions(nonceExtension(octets)));
            X509CertificateHolder[] chain =
                    withCertificate ? new X509CertificateHolder[] {certificate()} : null;
            var basic =
                    builder.build(
                            new JcaContentSignerBuilder("SHA256withRSA").build(signer),
                            chain,
                            Date.from(producedAt));
            return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
        });
    }

    private static Extensions nonceExtension(byte[] octets) {
        return Forge.quietly(() ->
                new Extensions(
                        new Extension(
                                OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                false,
                                new DEROctetString(octets).getEncoded())));
    }

    private static Extensions cutoff(Instant since) {
        return Forge.quietly(() ->
                new Extensions(
                        new Extension(
                                OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
                                false,
                                new org.bouncycastle.asn1.DERGeneralizedTime(Date.from(since))
                                        .getEncoded())));
    }

    private SubjectPublicKeyInfo info() {
        return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    }

    private X509CertificateHolder certificate() throws Exception {
        X500Name ca = Forge.dn(issuer.kind, issuer.hierarchy);
        String generation = new CertificateSerial(certifier.serial).toString();
        X500Name subject =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.C, "JP")
                        .addRDN(BCStyle.O, issuer.hierarchy.organization())
                        .addRDN(BCStyle.OU, issuer.kind.unit())
                        .addRDN(BCStyle.OU, "Japan Agency for Local Authority Information Systems")
                        .addRDN(BCStyle.CN, "OCSP Responder " + generation + " TEST")
                        .build();
        var builder =
                new X509v3CertificateBuilder(
                        ca,
                        BigInteger.valueOf(4711),
                        Date.from(from),
                        Date.from(until),
                        subject,
                        info());
        var utils = new JcaX509ExtensionUtils();
        byte[] keyId =
                utils.createSubjectKeyIdentifier(certifier.keys.getPublic()).getKeyIdentifier();
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        if (nocheck)
            builder.addExtension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(
                        keyId, new GeneralNames(new GeneralName(ca)), certifier.serial));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                utils.createSubjectKeyIdentifier(keys.getPublic()));
        return builder.build(
                new JcaContentSignerBuilder(Forge.algorithm(certifier.keys))
                        .build(certifier.keys.getPrivate()));
    }
}
