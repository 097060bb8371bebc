package org.openmyna.trust.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;

/** Puts fields together into what is signed, and the signature behind it (RFC 5280 4.1). */
final class CertificateWriter {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CertificateWriter() {}

    static byte[] rfc5280_4_1(
            CertificateSerial serial,
            X500Name issuer,
            Validity validity,
            X500Name subject,
            RsaKey key,
            List<Extension> extensions,
            BeforeSigning check,
            ContentSignature signature) {
        return signed(
                seq(
                        new DERTaggedObject(true, 0, new ASN1Integer(2)),
                        new ASN1Integer(serial.value()),
                        sha256WithRsa(),
                        issuer,
                        seq(utcTime(validity.notBefore()), utcTime(validity.notAfter())),
                        subject,
                        subjectPublicKeyInfo(key),
                        new DERTaggedObject(true, 3, extensions(extensions))),
                check,
                signature);
    }

    /** RFC 2986 4: an empty subject, for the CA decides the name; no attributes. */
    static byte[] rfc2986_4(RsaKey key, ContentSignature signature) {
        return signed(
                seq(
                        new ASN1Integer(0),
                        new DERSequence(),
                        subjectPublicKeyInfo(key),
                        new DERTaggedObject(false, 0, new DERSet())),
                toBeSigned -> {},
                signature);
    }

    private static byte[] signed(
            ASN1Sequence content, BeforeSigning check, ContentSignature signature) {
        byte[] toBeSigned = Names.der(content);
        check.check(toBeSigned.clone());
        byte[] value = signature.sign(toBeSigned);
        return Names.der(seq(content, sha256WithRsa(), new DERBitString(value)));
    }

    static ASN1Sequence extensions(List<Extension> extensions) {
        return seq(
                extensions.stream()
                        .map(CertificateWriter::extension)
                        .toArray(ASN1Encodable[]::new));
    }

    private static ASN1Encodable extension(Extension extension) {
        ASN1Encodable oid = new ASN1ObjectIdentifier(extension.oid());
        ASN1Encodable value = new DEROctetString(extension.value());
        return extension.critical() ? seq(oid, ASN1Boolean.TRUE, value) : seq(oid, value);
    }

    private static ASN1Encodable subjectPublicKeyInfo(RsaKey key) {
        return seq(
                seq(new ASN1ObjectIdentifier(Oid.RSA), DERNull.INSTANCE),
                new DERBitString(key.subjectPublicKey()));
    }

    static ASN1Encodable sha256WithRsa() {
        return seq(new ASN1ObjectIdentifier(Oid.SHA256_WITH_RSA), DERNull.INSTANCE);
    }

    private static ASN1Encodable utcTime(Instant moment) {
        return new DERUTCTime(UTC_TIME.format(moment));
    }

    private static ASN1Sequence seq(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }
}
