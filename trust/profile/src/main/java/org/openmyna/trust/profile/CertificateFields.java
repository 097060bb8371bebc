package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The parts that certificates of CAs and of people have in common (RFC 5280 4.1), read strictly.
 */
record CertificateFields(
        byte[] der,
        byte[] content,
        SignatureAlgorithm algorithm,
        byte[] signature,
        CertificateSerial serial,
        byte[] issuer,
        Validity validity,
        byte[] subject,
        SubjectKey key,
        Extensions extensions) {
    static CertificateFields rfc5280_4_1(byte[] der, int maxBytes) {
        if (der.length > maxBytes) {
            throw new DerFault("longer than " + maxBytes + " bytes");
        }
        byte[] copy = der.clone();
        DerReader file = DerReader.over(copy);
        DerReader certificate = file.sequence("certificate");
        file.mustEnd("certificate");
        byte[] content = certificate.element("tbsCertificate");
        SignatureAlgorithm algorithm = SignatureAlgorithm.read(certificate, "signatureAlgorithm");
        byte[] signature = certificate.wholeBits("signature");
        certificate.mustEnd("certificate");
        return tbsCertificate(copy, content, algorithm, signature);
    }

    private static CertificateFields tbsCertificate(
            byte[] der, byte[] content, SignatureAlgorithm algorithm, byte[] signature) {
        DerReader tbs = DerReader.over(content).sequence("tbsCertificate");
        version3(tbs);
        CertificateSerial serial = serial(tbs);
        algorithm.mustBeAgain(tbs, "signature");
        byte[] issuer = tbs.element("issuer");
        Validity validity = validity(tbs.sequence("validity"));
        byte[] subject = tbs.element("subject");
        SubjectKey key = SubjectKey.read(tbs);
        DerReader wrapped = tbs.enter(0xA3, "extensions");
        tbs.mustEnd("tbsCertificate");
        Extensions extensions = Extensions.read(wrapped);
        return new CertificateFields(
                der,
                content,
                algorithm,
                signature,
                serial,
                issuer,
                validity,
                subject,
                key,
                extensions);
    }

    private static void version3(DerReader tbs) {
        DerReader version = tbs.enter(0xA0, "version");
        if (!version.integer("version").equals(BigInteger.TWO)) {
            throw new DerFault("version: not v3");
        }
        version.mustEnd("version");
    }

    static CertificateSerial serial(DerReader in) {
        try {
            return new CertificateSerial(in.integer("serialNumber"));
        } catch (SerialOutOfRange outOfRange) {
            throw new DerFault("serialNumber: not positive or too long");
        }
    }

    private static Validity validity(DerReader in) {
        var notBefore = in.utcTime("notBefore");
        var notAfter = in.utcTime("notAfter");
        in.mustEnd("validity");
        if (notAfter.isBefore(notBefore)) {
            throw new DerFault("validity: ends before it begins");
        }
        return new Validity(notBefore, notAfter);
    }

    Names.CaIdentity issuedBy() {
        return Names.identify(issuer)
                .orElseThrow(() -> new DerFault("issuer: not the name of a JPKI CA"));
    }

    boolean signatureVerifies(SubjectKey by) {
        return by.algorithm() == algorithm && by.verifies(content, signature);
    }

    boolean sameBytes(CertificateFields other) {
        return Arrays.equals(der, other.der);
    }
}
