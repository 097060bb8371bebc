package org.openmyna.trust.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
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
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;

/** Makes the SignerInfo (RFC 5652 5.3) of one card for one content. */
final class SignerInfoMaker implements SignedDataWriter.LastPart {
    private static final int SIGNATURE_LENGTH = 256;
    private static final AlgorithmIdentifier SHA_256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier SHA_256_NULL =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier SHA_256_WITH_RSA =
            new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    private final CardSigner signer;
    private final JpkiCertificate certificate;
    private final Instant signingTime;
    private final MessageDigest content = sha256();

    /**
     * @throws SignerNotForDocuments if the certificate is not a signature certificate
     */
    SignerInfoMaker(CardSigner signer, Instant signingTime) {
        this.signer = signer;
        this.certificate = JpkiCertificate.parse(signer.certificate());
        this.signingTime = signingTime.truncatedTo(ChronoUnit.SECONDS);
        if (certificate.kind() != CaKind.SIGNATURE) throw new SignerNotForDocuments();
    }

    byte[] certificate() {
        return certificate.der();
    }

    /** Sees the content as it passes. */
    MessageDigest content() {
        return content;
    }

    /** The digest is always 32 bytes and the signature always 256, so zeros tell the length. */
    @Override
    public int length() {
        return signerInfo(attributes(new byte[32]), new byte[SIGNATURE_LENGTH]).length;
    }

    @Override
    public byte[] make() {
        DERSet attributes = attributes(content.digest());
        byte[] signed = der(attributes);
        byte[] signature = signer.sign(digestInfo(sha256().digest(signed)));
        mustVerify(signed, signature);
        return signerInfo(attributes, signature);
    }

    /** RFC 5652 11.1 to 11.3 and RFC 5035 3; DERSet puts them into DER order. */
    private DERSet attributes(byte[] digest) {
        var all = new ASN1EncodableVector();
        all.add(attribute(CMSAttributes.contentType, PKCSObjectIdentifiers.data));
        all.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signingTime))));
        all.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
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
                        SHA_256,
                        attributes,
                        SHA_256_WITH_RSA,
                        new DEROctetString(signature),
                        null));
    }

    /** A card that fell asleep, or the wrong key, is found out before the file leaves the house. */
    private void mustVerify(byte[] signed, byte[] signature) {
        boolean right;
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(certificate.publicKey());
            check.update(signed);
            right = signature.length == SIGNATURE_LENGTH && check.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            right = false;
        }
        if (!right) throw new CardSignatureWrong();
    }

    private static byte[] digestInfo(byte[] digest) {
        return der(new DigestInfo(SHA_256_NULL, digest));
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
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must have SHA-256 (java.security.MessageDigest).
            throw new IllegalStateException(impossible);
        }
    }
}
