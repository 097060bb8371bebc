package org.openmyna.trust.documents;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * One SignerInfo in plain types; an attribute that came twice, or with no or several values, shows
 * as a list of another size than one.
 *
 * @param signedBytes the signed attributes in DER with the tag SET (RFC 5652 5.4)
 * @param certificateHashes what signingCertificate and signingCertificateV2 say about the first
 *     certificate
 * @param protections what cmsAlgorithmProtection (RFC 6211) says about the two algorithms
 */
record SignerFields(
        Id id,
        String digestAlgorithm,
        String signatureAlgorithm,
        Optional<byte[]> signedBytes,
        List<String> contentTypes,
        List<byte[]> messageDigests,
        List<Instant> signingTimes,
        List<CertificateHash> certificateHashes,
        List<Protection> protections,
        byte[] signature) {
    /** How the signer's certificate is named. */
    sealed interface Id {
        record IssuerAndSerial(byte[] issuerDer, BigInteger serial) implements Id {}

        record KeyId(byte[] subjectKeyId) implements Id {}
    }

    /**
     * @param algorithm OID of the hash
     */
    record CertificateHash(String algorithm, byte[] hash) {}

    /**
     * @param digest OID of the digest algorithm
     * @param signature OID of the signature algorithm; empty where a MAC is named instead
     */
    record Protection(String digest, String signature) {}

    private static final String SHA_1 = "1.3.14.3.2.26";

    /** May throw what BouncyCastle throws at a wrong shape. */
    static SignerFields of(SignerInfo info) throws IOException {
        ASN1Set attributes = info.getAuthenticatedAttributes();
        Optional<byte[]> signed = Optional.empty();
        if (attributes != null) signed = Optional.of(attributes.getEncoded("DER"));
        return new SignerFields(
                id(info),
                info.getDigestAlgorithm().getAlgorithm().getId(),
                info.getDigestEncryptionAlgorithm().getAlgorithm().getId(),
                signed,
                values(attributes, CMSAttributes.contentType).stream()
                        .map(value -> ASN1ObjectIdentifier.getInstance(value).getId())
                        .toList(),
                values(attributes, CMSAttributes.messageDigest).stream()
                        .map(value -> ASN1OctetString.getInstance(value).getOctets())
                        .toList(),
                signingTimes(attributes),
                certificateHashes(attributes),
                protections(attributes),
                info.getEncryptedDigest().getOctets());
    }

    private static Id id(SignerInfo info) throws IOException {
        var id = info.getSID();
        if (id.isTagged()) return new Id.KeyId(ASN1OctetString.getInstance(id.getId()).getOctets());
        var both = IssuerAndSerialNumber.getInstance(id.getId());
        return new Id.IssuerAndSerial(
                both.getName().getEncoded("DER"), both.getSerialNumber().getValue());
    }

    private static List<Instant> signingTimes(ASN1Set attributes) {
        List<Instant> times = new ArrayList<>();
        for (ASN1Encodable value : values(attributes, CMSAttributes.signingTime))
            times.add(Time.getInstance(value).getDate().toInstant());
        return times;
    }

    private static List<CertificateHash> certificateHashes(ASN1Set attributes) {
        List<CertificateHash> hashes = new ArrayList<>();
        for (ASN1Encodable value :
                values(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2)) {
            ESSCertIDv2 first = SigningCertificateV2.getInstance(value).getCerts()[0];
            hashes.add(
                    new CertificateHash(
                            first.getHashAlgorithm().getAlgorithm().getId(), first.getCertHash()));
        }
        for (ASN1Encodable value :
                values(attributes, PKCSObjectIdentifiers.id_aa_signingCertificate)) {
            ESSCertID first = SigningCertificate.getInstance(value).getCerts()[0];
            hashes.add(new CertificateHash(SHA_1, first.getCertHash()));
        }
        return hashes;
    }

    private static List<Protection> protections(ASN1Set attributes) {
        List<Protection> protections = new ArrayList<>();
        for (ASN1Encodable value : values(attributes, CMSAttributes.cmsAlgorithmProtect)) {
            var both = CMSAlgorithmProtection.getInstance(value);
            var signature = both.getSignatureAlgorithm();
            protections.add(
                    new Protection(
                            both.getDigestAlgorithm().getAlgorithm().getId(),
                            signature == null ? "" : signature.getAlgorithm().getId()));
        }
        return protections;
    }

    private static List<ASN1Encodable> values(ASN1Set attributes, ASN1ObjectIdentifier type) {
        List<ASN1Encodable> values = new ArrayList<>();
        if (attributes == null) return values;
        for (ASN1Encodable each : attributes) {
            Attribute attribute = Attribute.getInstance(each);
            if (attribute.getAttrType().equals(type))
                for (ASN1Encodable value : attribute.getAttrValues()) values.add(value);
        }
        return values;
    }
}
