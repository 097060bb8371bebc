package org.openmyna.trust.lint;

import static org.openmyna.trust.lint.Asn.*;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.trust.lint.ExpectedAuthority.Hierarchy;
import org.openmyna.trust.lint.ExpectedAuthority.Kind;
import org.openmyna.trust.lint.ExpectedCertificate.CommonName;
import org.openmyna.trust.lint.ExpectedCertificate.FourItems;
import org.openmyna.trust.lint.ExpectedCertificate.Medium;
import org.openmyna.trust.lint.ExpectedCertificate.Office;

/** A clean TEST certificate of 試験 一郎 in parts, each of which a test may spoil. */
final class Draft {
    static final String SAN = "2.5.29.17";
    static final String KU = "2.5.29.15";
    static final String EKU = "2.5.29.37";
    static final String POLICIES = "2.5.29.32";
    static final String IAN = "2.5.29.18";
    static final String CRLDP = "2.5.29.31";
    static final String AIA = "1.3.6.1.5.5.7.1.1";
    static final String AKI = "2.5.29.35";
    static final String SKI = "2.5.29.14";
    static final String ARC = "1.2.392.200149.8.5.5.";
    static final byte[] CA_KEY_ID = TestKey.sha1(new byte[] {1, 2, 3});

    final Kind kind;
    Hierarchy hierarchy = Hierarchy.TEST;
    Medium medium = Medium.CARD;
    BigInteger serial = BigInteger.valueOf(0x06D18007);
    BigInteger caSerial = BigInteger.valueOf(0x06D18006);
    Instant notBefore = Instant.parse("2026-04-01T01:02:03Z");
    Instant notAfter = Instant.parse("2031-03-07T14:59:59Z");
    Instant latestEnd = notAfter;
    Instant caEnd = Instant.parse("2036-03-31T14:59:59Z");
    Office office = new Office("Kanagawa-ken", "Yokohama-shi-Naka-ku");
    CommonName commonName;
    FourItems items =
            new FourItems(
                    "試験　一郎",
                    "00000",
                    "1",
                    "319850307",
                    "神奈川県横浜市中区試験町１－２　●号室",
                    "0000000000000000100");
    String cps = "http://authority.localhost:8080/cps";
    String ocsp = "http://ocsp.authority.localhost:8080/";
    byte[] expectedKey = TestKey.spki();

    byte[] version = tlv(0xA0, integer(2));
    byte[] algorithm = seq(oid("1.2.840.113549.1.1.11"), hex("0500"));
    byte[] key = TestKey.spki();
    final List<byte[]> behindKey = new ArrayList<>();

    /** Parts that a test replaced, by name: serial, issuer, notBefore, notAfter, subject. */
    final Map<String, byte[]> replaced = new LinkedHashMap<>();

    /** Values of extensions that a test replaced. */
    final Map<String, byte[]> values = new LinkedHashMap<>();

    /** What a test does to the finished list of extensions. */
    java.util.function.UnaryOperator<List<byte[]>> list = all -> all;

    Draft(Kind kind) {
        this.kind = kind;
        commonName =
                kind == Kind.SIGNATURE
                        ? new CommonName("2026033112595900001", "14104003A")
                        : new CommonName("123456EABC1234", "14104003A");
    }

    static Draft signature() {
        return new Draft(Kind.SIGNATURE);
    }

    static Draft userAuthentication() {
        return new Draft(Kind.USER_AUTHENTICATION);
    }

    ExpectedAuthority authority() {
        return new ExpectedAuthority(kind, hierarchy, CA_KEY_ID, caSerial, caEnd);
    }

    ExpectedCertificate expected() {
        boolean signs = kind == Kind.SIGNATURE;
        return new ExpectedCertificate(
                authority(),
                medium,
                serial,
                notBefore,
                notAfter,
                latestEnd,
                expectedKey,
                office,
                commonName,
                signs ? Optional.of(items) : Optional.empty(),
                cps,
                signs ? Optional.empty() : Optional.of(ocsp));
    }

    String organisation() {
        return hierarchy == Hierarchy.TEST ? "JPKI-TEST" : "JPKI";
    }

    String unit() {
        return kind == Kind.SIGNATURE
                ? "JPKI for digital signature"
                : "JPKI for user authentication";
    }

    byte[] issuer() {
        String whole = "Japan Agency for Local Authority Information Systems";
        return name(C, "JP", O, organisation(), OU, unit(), OU, whole);
    }

    byte[] japaneseIssuer() {
        String ou = kind == Kind.SIGNATURE ? "公的個人認証サービス署名用" : "公的個人認証サービス利用者証明用";
        return name(C, "JP", O, "公的個人認証サービス", OU, ou, OU, "地方公共団体情報システム機構");
    }

    byte[] point() {
        String cn = office.municipality() + " CRLDP";
        String points = "CRL Distribution Points";
        return name(
                C,
                "JP",
                O,
                organisation(),
                OU,
                unit(),
                OU,
                points,
                OU,
                office.prefecture(),
                CN,
                cn);
    }

    byte[] subject() {
        String cn = commonName.head() + commonName.counter();
        return kind == Kind.SIGNATURE
                ? name(C, "JP", L, office.prefecture(), L, office.municipality(), CN, cn)
                : name(C, "JP", CN, cn);
    }

    static byte[] otherName(String oid, int tag, String value) {
        return tlv(0xA0, oid(oid), tlv(0xA0, text(tag, value)));
    }

    static byte[] otherName(int last, String value) {
        return otherName(ARC + last, 0x0C, value);
    }

    List<byte[]> fourItems() {
        return new ArrayList<>(
                List.of(
                        otherName(1, items.name()),
                        otherName(4, items.birthDate()),
                        otherName(3, items.sex()),
                        otherName(5, items.address()),
                        otherName(2, items.nameSubstitutes()),
                        otherName(6, items.addressSubstitutes())));
    }

    String policy() {
        boolean signs = kind == Kind.SIGNATURE;
        if (hierarchy == Hierarchy.PRODUCTION) {
            return "1.2.392.200149.8.5.1."
                    + (medium == Medium.CARD ? signs ? "1.20" : "3.30" : signs ? "1.40" : "3.50");
        }
        if (medium == Medium.CARD) {
            return signs ? "1.2.392.200149.8.5.1.0.20" : "2.999.1.2.392.200149.8.5.1.0.30";
        }
        return "2.999.1.2.392.200149.8.5.1.0." + (signs ? "40" : "50");
    }

    static byte[] policies(String policy, byte[]... qualifiers) {
        return seq(seq(oid(policy), seq(qualifiers)));
    }

    static byte[] qualifier(int tag, String uri) {
        return seq(oid("1.3.6.1.5.5.7.2.1"), text(tag, uri));
    }

    static byte[] access(String method, int tag, String uri) {
        return seq(oid(method), text(tag, uri));
    }

    byte[] aki() {
        return seq(
                tlv(0x80, CA_KEY_ID),
                tlv(0xA1, tlv(0xA4, issuer())),
                tlv(0x82, caSerial.toByteArray()));
    }

    byte[] ski() {
        // algorithm 15 bytes, then the BIT STRING's header and its byte of unused bits
        if (values.containsKey(SKI)) {
            return new byte[0];
        }
        int from = key.length - 270;
        return octets(TestKey.sha1(Arrays.copyOfRange(key, from, key.length)));
    }

    private byte[] value(String oid, byte[] clean) {
        return values.getOrDefault(oid, clean);
    }

    List<byte[]> extensions() {
        boolean signs = kind == Kind.SIGNATURE;
        List<byte[]> all = new ArrayList<>();
        all.add(extension(KU, true, value(KU, hex(signs ? "030206C0" : "03020780"))));
        if (signs) {
            all.add(extension(SAN, false, value(SAN, seq(join(fourItems())))));
        } else {
            all.add(extension(EKU, false, value(EKU, seq(oid("1.3.6.1.5.5.7.3.2")))));
        }
        byte[] policies = policies(policy(), qualifier(0x16, cps));
        all.add(extension(POLICIES, true, value(POLICIES, policies)));
        all.add(extension(IAN, false, value(IAN, seq(tlv(0xA4, japaneseIssuer())))));
        byte[] points = seq(seq(tlv(0xA0, tlv(0xA0, tlv(0xA4, point())))));
        all.add(extension(CRLDP, false, value(CRLDP, points)));
        if (!signs) {
            byte[] access = seq(access("1.3.6.1.5.5.7.48.1", 0x86, ocsp));
            all.add(extension(AIA, false, value(AIA, access)));
        }
        all.add(extension(AKI, false, value(AKI, aki())));
        all.add(extension(SKI, false, value(SKI, ski())));
        return list.apply(all);
    }

    private byte[] part(String name, byte[] clean) {
        return replaced.getOrDefault(name, clean);
    }

    byte[] build() {
        return seq(
                version,
                part("serial", integer(serial)),
                algorithm,
                part("issuer", issuer()),
                part(
                        "validity",
                        seq(part("notBefore", time(notBefore)), part("notAfter", time(notAfter)))),
                part("subject", subject()),
                key,
                join(behindKey),
                part("extensions", tlv(0xA3, seq(join(extensions())))));
    }

    List<Finding> lint() {
        return new ProfileLint().certificate(build(), expected());
    }
}
