package org.openmyna.trust.documents;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.verifier.ContentDigest;

/** Makes the SignerInfo (RFC 5652 5.3) of one card for one content. */
final class SignerInfoMaker implements SignedDataWriter.LastPart {
    private static final AlgorithmIdentifier SHA_256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private final CardSigner signer;
    private final JpkiCertificate certificate;
    private final Instant signingTime;
    private final ContentDigest digest;
    private final MessageDigest content;

    /**
     * @throws SignerNotForDocuments if the certificate is not a signature certificate
     */
    SignerInfoMaker(CardSigner signer, ContentDigest digest, Instant signingTime) {
        this.signer = signer;
        this.certificate = JpkiCertificate.parse(signer.certificate());
        this.signingTime = signingTime.truncatedTo(ChronoUnit.SECONDS);
        this.digest = digest;
        this.content = digest.start();
        if (certificate.kind() != CaKind.SIGNATURE) throw new SignerNotForDocuments();
    }

    byte[] certificate() {
        return certificate.der();
    }

    /** Sees the content as it passes. */
    MessageDigest content() {
        return content;
    }

    /** DigestAlgorithmIdentifiers (RFC 5652 5.1): the one digest. */
    byte[] digestAlgorithms() {
        return der(new DERSet(digestAlgorithm()));
    }

    /** Lengths of digest and signature are fixed, so zeros tell the length. */
    @Override
    public int length() {
        return signerInfo(
                        attributes(new byte[digest.length()]), new byte[CardWork.SIGNATURE_LENGTH])
                .length;
    }

    @Override
    public byte[] make() {
        DERSet attributes = attributes(content.digest());
        byte[] signed = der(attributes);
        byte[] signature =
                CardWork.sign(signer, certificate, digest, digest.start().digest(signed));
        return signerInfo(attributes, signature);
    }

    /** RFC 5652 11.1 to 11.3 and RFC 5035 3; DERSet puts them into DER order. */
    private DERSet attributes(byte[] contentDigest) {
        var all = new ASN1EncodableVector();
        all.add(attribute(CMSAttributes.contentType, PKCSObjectIdentifiers.data));
        all.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signingTime))));
        all.add(attribute(CMSAttributes.messageDigest, new DEROctetString(contentDigest)));
        all.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate()));
        return new DERSet(all);
    }

    private SigningCertificateV2 signingCertificate() {
        byte[] hash = sha256().digest(certificate.der());
        var issuer =
                new GeneralNames(new GeneralName(X500Name.getInstance(certificate.issuerDer())));
        var serial = new IssuerSerial(issuer, new ASN1Integer(certificate.serial().value()));
        return new SigningCertificateV2(new ESSCertIDv2(SHA_256, hash, serial));
    }

    private byte[] signerInfo(DERSet attributes, byte[] signature) {
        var id =
                new IssuerAndSerialNumber(
                        X500Name.getInstance(certificate.issuerDer()),
                        certificate.serial().value());
        return der(
                new SignerInfo(
                        new SignerIdentifier(id),
                        digestAlgorithm(),
                        attributes,
                        new AlgorithmIdentifier(rfc5754_3_2(), DERNull.INSTANCE),
                        new DEROctetString(signature),
                        null));
    }

    private AlgorithmIdentifier digestAlgorithm() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()));
    }

    private ASN1ObjectIdentifier rfc5754_3_2() {
        return switch (digest) {
            case SHA_256 -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
            case SHA_384 -> PKCSObjectIdentifiers.sha384WithRSAEncryption;
            case SHA_512 -> PKCSObjectIdentifiers.sha512WithRSAEncryption;
        };
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException neverOnMemory) {
            throw new IllegalStateException(neverOnMemory);
        }
    }

    static MessageDigest sha256() {
        return ContentDigest.SHA_256.start();
    }
}
