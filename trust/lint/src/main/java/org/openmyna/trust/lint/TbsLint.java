package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a tbsCertificate in their order (RFC 5280 4.1.2); the kinds differ in the rest. */
abstract class TbsLint {
    private static final int MAX_SERIAL_BITS = 20 * 8 - 1;
    private static final BigInteger V3 = BigInteger.TWO;
    private static final long DAY_END_UTC = 14 * 3600 + 59 * 60 + 59;
    private static final long DAY = 86_400;

    final Findings findings = new Findings();

    /** What is the same for all kinds. */
    record Fields(
            BigInteger serial,
            List<Names.Part> issuer,
            Instant notBefore,
            Instant notAfter,
            byte[] key) {}

    abstract Fields expected();

    abstract void subject(Der in) throws DerMalformed;

    abstract void validity(Instant notBefore, Instant notAfter);

    /**
     * @param keyId of the key that was found
     */
    abstract ExtensionsLint extensions(byte[] keyId);

    final List<Finding> check(byte[] tbs) {
        findings.reading(
                "tbsCertificate",
                () -> {
                    Der all = Der.over(tbs);
                    Der fields = all.enter(Der.SEQUENCE, "tbsCertificate");
                    all.end("tbsCertificate");
                    rfc5280_4_1_2(fields);
                });
        return findings.list();
    }

    private void rfc5280_4_1_2(Der in) throws DerMalformed {
        Fields fields = expected();
        rfc5280_4_1_2_1_version(in);
        rfc5280_4_1_2_2_serial(in, fields.serial());
        algorithm(in, "signature", findings);
        Names.check(in, fields.issuer(), "issuer", findings);
        rfc5280_4_1_2_5_validity(in, fields);
        subject(in);
        byte[] keyId = KeyLint.check(in, fields.key(), findings);
        while (in.tag() == 0x81 || in.tag() == 0x82) {
            findings.add(CertificateRule.UNIQUE_ID, "uniqueID", "none", Der.hex(in.tag()));
            in.any("uniqueID");
        }
        Der wrapped = in.enter(0xA3, "extensions");
        in.end("tbsCertificate");
        extensions(keyId).check(wrapped);
        wrapped.end("extensions");
    }

    private void rfc5280_4_1_2_1_version(Der in) throws DerMalformed {
        if (in.tag() != 0xA0) {
            findings.add(CertificateRule.VERSION, "version", "v3", "v1");
            return;
        }
        Der wrapped = in.enter(0xA0, "version");
        BigInteger version = wrapped.integer("version");
        wrapped.end("version");
        if (!version.equals(V3)) {
            findings.add(CertificateRule.VERSION, "version", "v3", version.toString());
        }
    }

    private void rfc5280_4_1_2_2_serial(Der in, BigInteger expected) throws DerMalformed {
        String field = "serialNumber";
        BigInteger serial = in.integer(field);
        if (!inRange(serial)) {
            findings.add(
                    CertificateRule.SERIAL_RANGE, field, "1 to 2^159 - 1", serial.toString(16));
        } else if (!serial.equals(expected)) {
            findings.add(
                    CertificateRule.SERIAL_VALUE,
                    field,
                    expected.toString(16),
                    serial.toString(16));
        }
    }

    static boolean inRange(BigInteger serial) {
        return serial.signum() > 0 && serial.bitLength() <= MAX_SERIAL_BITS;
    }

    static void algorithm(Der in, String field, Findings findings) throws DerMalformed {
        Der algorithm = in.enter(Der.SEQUENCE, field);
        Der oid = algorithm.enter(Der.OID, field);
        boolean right = oid.same(Oids.SHA256_WITH_RSA) && algorithm.tag() == Der.NULL;
        right = right && algorithm.any("parameters").length() == 0 && !algorithm.has();
        if (!right) {
            findings.add(
                    CertificateRule.ALGORITHM,
                    field,
                    "sha256WithRSAEncryption, NULL",
                    Oids.dotted(oid));
        }
    }

    private void rfc5280_4_1_2_5_validity(Der in, Fields fields) throws DerMalformed {
        Der validity = in.enter(Der.SEQUENCE, "validity");
        Instant notBefore = Times.rfc5280_4_1_2_5(validity, "notBefore", findings);
        Instant notAfter = Times.rfc5280_4_1_2_5(validity, "notAfter", findings);
        validity.end("validity");
        Times.must(
                notBefore, fields.notBefore(), CertificateRule.NOT_BEFORE, "notBefore", findings);
        Times.must(notAfter, fields.notAfter(), CertificateRule.NOT_AFTER, "notAfter", findings);
        if (notBefore == null || notAfter == null) {
            return;
        }
        if (!notBefore.isBefore(notAfter)) {
            findings.add(
                    CertificateRule.VALIDITY_ORDER,
                    "validity",
                    "after " + notBefore,
                    notAfter.toString());
        } else {
            validity(notBefore, notAfter);
        }
    }

    final void endsWithDay(@Nullable Instant notAfter) {
        if (notAfter != null && Math.floorMod(notAfter.getEpochSecond(), DAY) != DAY_END_UTC) {
            findings.add(
                    CertificateRule.ENDS_WITH_DAY, "notAfter", "14:59:59Z", notAfter.toString());
        }
    }

    final void noLaterThan(Instant notAfter, Instant latest, String field) {
        if (notAfter.isAfter(latest)) {
            findings.add(
                    CertificateRule.LATEST_END, field, "at most " + latest, notAfter.toString());
        }
    }
}
