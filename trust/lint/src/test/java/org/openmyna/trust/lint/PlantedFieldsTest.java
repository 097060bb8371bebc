package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.trust.lint.Asn.*;
import static org.openmyna.trust.lint.Planted.of;

import java.math.BigInteger;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmyna.trust.lint.ExpectedCertificate.CommonName;
import org.openmyna.trust.lint.ExpectedCertificate.Office;

/** Each planted violation of a field is found, by exactly its rule. */
class PlantedFieldsTest {
    private static final BigInteger BIG = BigInteger.ONE.shiftLeft(159);

    private static Planted part(String what, int number, String part, byte[] bytes) {
        return of(what, number, d -> d.replaced.put(part, bytes));
    }

    private static Planted key(String what, int number, BigInteger modulus, long exponent) {
        byte[] key = TestKey.spki(modulus, BigInteger.valueOf(exponent));
        byte[] rsa = TestKey.rsaKey(modulus, BigInteger.valueOf(exponent));
        return of(
                what,
                number,
                d -> {
                    d.values.put(Draft.SKI, octets(TestKey.sha1(rsa)));
                    d.key = key;
                    d.expectedKey = key;
                });
    }

    private static Planted rawKey(String what, int number, byte[] key) {
        return of(
                what,
                number,
                d -> {
                    d.values.put(Draft.SKI, d.ski());
                    d.key = key;
                    d.expectedKey = key;
                });
    }

    static Stream<Planted> both() {
        return Stream.of(versionsAndSerials(), algorithms(), validities(), keys(), keyForms())
                .flatMap(s -> s);
    }

    private static Stream<Planted> versionsAndSerials() {
        return Stream.of(
                of("v1", 2, d -> d.version = new byte[0]),
                of("v2", 2, d -> d.version = tlv(0xA0, integer(1))),
                of("v4", 2, d -> d.version = tlv(0xA0, integer(3))),
                of("version in five bytes", 1, d -> d.version = hex("A0 04 0202 0002")),
                of("something behind the version", 1, d -> d.version = hex("A0 05 020102 0500")),
                part("serial 0", 3, "serial", integer(0)),
                part("negative serial", 3, "serial", integer(-5)),
                part("serial of 21 octets", 3, "serial", integer(BIG)),
                part("serial with a needless zero", 1, "serial", hex("02 02 00 05")),
                part("negative serial with needless ones", 1, "serial", hex("02 02 FF 85")),
                part("empty serial", 1, "serial", hex("02 00")),
                part("another serial", 4, "serial", integer(7)),
                part("serial as octets", 1, "serial", hex("04 01 05")),
                part("serial with a long length", 1, "serial", hex("02 81 01 05")),
                part("serial with a longer length", 1, "serial", hex("02 82 0001 05")),
                part("serial of indefinite length", 1, "serial", hex("02 80 05 0000")),
                of("issuerUniqueID", 23, d -> d.behindKey.add(hex("81 02 00AA"))),
                of("subjectUniqueID", 23, d -> d.behindKey.add(hex("82 02 00AA"))));
    }

    private static Stream<Planted> algorithms() {
        return Stream.of(
                algorithm("sha1WithRSA", "1.2.840.113549.1.1.5", "0500"),
                algorithm("sha384WithRSA", "1.2.840.113549.1.1.12", "0500"),
                algorithm("RSASSA-PSS", "1.2.840.113549.1.1.10", "0500"),
                algorithm("ECDSA with SHA-256", "1.2.840.10045.4.3.2", ""),
                algorithm("no parameters", "1.2.840.113549.1.1.11", ""),
                algorithm("parameters of another type", "1.2.840.113549.1.1.11", "3000"),
                algorithm("a NULL with content", "1.2.840.113549.1.1.11", "050100"),
                algorithm("two NULLs", "1.2.840.113549.1.1.11", "05000500"));
    }

    private static Planted algorithm(String what, String oid, String parameters) {
        return of(what, 5, d -> d.algorithm = seq(oid(oid), hex(parameters)));
    }

    private static Stream<Planted> validities() {
        byte[] start = utc(Instant.parse("2026-04-01T01:02:03Z"));
        return Stream.of(
                part("notBefore a second later", 12, "notBefore", text(0x17, "260401010204Z")),
                part("notAfter a day earlier", 13, "notAfter", text(0x17, "310306145959Z")),
                part("no seconds", 11, "notBefore", text(0x17, "2604010102Z")),
                part("zone +0000", 11, "notBefore", text(0x17, "260401010203+0000")),
                part("lower-case z", 11, "notBefore", text(0x17, "260401010203z")),
                part("month 13", 11, "notBefore", text(0x17, "261301010203Z")),
                part("30 February", 11, "notBefore", text(0x17, "260230010203Z")),
                part("second 60", 11, "notBefore", text(0x17, "260401010260Z")),
                part("letters", 11, "notBefore", text(0x17, "2604O1010203Z")),
                part("too early a GeneralizedTime", 11, "notBefore", text(0x18, "20260401010203Z")),
                part("a fraction", 11, "notAfter", text(0x18, "20310307145959.5Z")),
                part("a PrintableString", 11, "notAfter", text(0x13, "310307145959Z")),
                part("three times", 1, "validity", seq(start, text(0x17, "310307145959Z"), start)),
                ends("ends at midnight UTC", 14, "2031-03-07T23:59:59Z"),
                ends("ends a second early", 14, "2031-03-07T14:59:58Z"),
                ends("ends before it begins", 15, "2026-03-31T14:59:59Z"),
                ends("lives seven years", 17, "2033-03-07T14:59:59Z"),
                of(
                        "outlives the card",
                        16,
                        d -> d.latestEnd = Instant.parse("2031-03-06T14:59:59Z")),
                of(
                        "outlives the CA's key",
                        16,
                        d -> d.caEnd = Instant.parse("2030-03-31T14:59:59Z")));
    }

    private static Planted ends(String what, int number, String end) {
        return of(
                what,
                number,
                d -> {
                    d.notAfter = Instant.parse(end);
                    d.latestEnd = d.notAfter;
                });
    }

    private static Stream<Planted> keys() {
        BigInteger n = TestKey.MODULUS;
        BigInteger seven = BigInteger.valueOf(743);
        BigInteger weak = n.subtract(n.mod(seven)).setBit(0);
        weak = weak.mod(seven).signum() == 0 ? weak : weak.add(seven).subtract(weak.mod(seven));
        weak = weak.testBit(0) ? weak : weak.add(seven);
        return Stream.of(
                key("a modulus of 2,047 bits", 19, n.clearBit(2047).setBit(2046), 65_537),
                key("a modulus of 1,024 bits", 19, n.shiftRight(1024).setBit(0), 65_537),
                key("a modulus of 4,096 bits", 19, n.multiply(n), 65_537),
                key("a negative modulus", 19, n.negate(), 65_537),
                key("an even modulus", 21, n.clearBit(0), 65_537),
                key("a modulus that 743 divides", 21, weak, 65_537),
                key("exponent 3", 20, n, 3),
                key("exponent 65539", 20, n, 65_539),
                of("another key", 22, d -> d.expectedKey = TestKey.spki(n.add(n), TestKey.E)),
                of("no key to compare with", 22, d -> d.expectedKey = new byte[0]));
    }

    private static Stream<Planted> keyForms() {
        byte[] rsa = oid("1.2.840.113549.1.1.1");
        byte[] key = TestKey.rsaKey(TestKey.MODULUS, TestKey.E);
        byte[] bits = tlv(3, new byte[1], key);
        return Stream.of(
                rawKey("a key without NULL", 18, seq(seq(rsa), bits)),
                rawKey("a key of RSASSA-PSS", 18, seq(seq(oid("1.2.840.113549.1.1.10")), bits)),
                rawKey("an unused bit", 1, seq(seq(rsa, hex("0500")), tlv(3, hex("01"), key))),
                rawKey("something behind the bits", 1, seq(seq(rsa, hex("0500")), bits, bits)));
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_planted_field_is_found_in_a_signature_certificate(Planted planted) {
        exactly(planted, Draft.signature());
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_planted_field_is_found_in_a_user_authentication_certificate(Planted planted) {
        exactly(planted, Draft.userAuthentication());
    }

    static void exactly(Planted planted, Draft draft) {
        planted.plant().accept(draft);
        assertThat(draft.lint())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(planted.code()));
    }

    static Stream<Planted> names() {
        String jlis = "Japan Agency for Local Authority Information Systems";
        String ou = "JPKI for user authentication";
        byte[] latin = rdn(O, 0x13, "JPKI-TEST");
        byte[] two = tlv(0x31, seq(oid(O), text(0x0C, "A")), seq(oid(O), text(0x0C, "B")));
        byte[] front = seq(rdn(C, "JP"), latin, rdn(OU, ou), rdn(OU, jlis));
        byte[] utfCountry =
                seq(rdn(C, 0x0C, "JP"), rdn(O, "JPKI-TEST"), rdn(OU, ou), rdn(OU, jlis));
        return Stream.of(
                part(
                        "the other hierarchy",
                        10,
                        "issuer",
                        name(C, "JP", O, "JPKI", OU, ou, OU, jlis)),
                part("one OU only", 6, "issuer", name(C, "JP", O, "JPKI-TEST", OU, ou)),
                part(
                        "OU in another order",
                        10,
                        "issuer",
                        name(C, "JP", O, "JPKI-TEST", OU, jlis, OU, ou)),
                part("O before C", 8, "issuer", name(O, "JPKI-TEST", C, "JP", OU, ou, OU, jlis)),
                part("O as a PrintableString", 9, "issuer", front),
                part("C as a UTF8String", 9, "issuer", utfCountry),
                part(
                        "a blank too many",
                        10,
                        "issuer",
                        name(C, "JP", O, "JPKI-TEST ", OU, ou, OU, jlis)),
                part("lower case", 10, "issuer", name(C, "jp", O, "JPKI-TEST", OU, ou, OU, jlis)),
                part("two attributes in one RDN", 7, "issuer", seq(rdn(C, "JP"), two)),
                part(
                        "a subject with a locality",
                        6,
                        "subject",
                        name(C, "JP", CN, "123456EABC123414104003A", L, "Tokyo-to")),
                commonName("one character fewer", 24, "123456EABC123", "14104003A"),
                commonName("28 characters", 24, "2026033112595900001", "14104003A"),
                commonName("F for E", 25, "123456FABC1234", "14104003A"),
                commonName("a small letter", 25, "123456EaBC1234", "14104003A"),
                commonName("a letter among the digits", 25, "12345XEABC1234", "14104003A"),
                commonName("a counter of letters", 26, "123456EABC1234", "1410A003A"),
                of(
                        "another counter",
                        26,
                        d -> {
                            d.replaced.put("subject", d.subject());
                            d.commonName = new CommonName("", "13101001B");
                        }),
                of(
                        "another person's CN",
                        10,
                        d -> {
                            d.replaced.put("subject", d.subject());
                            d.commonName = new CommonName("654321EABC1234", "14104003A");
                        }));
    }

    private static Planted commonName(String what, int number, String head, String counter) {
        return of(what, number, d -> d.commonName = new CommonName(head, counter));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_planted_name_is_found(Planted planted) {
        exactly(planted, Draft.userAuthentication());
    }

    static Stream<Planted> signatureNames() {
        String cn = "202603311259590000114104003A";
        return Stream.of(
                part(
                        "municipality before prefecture",
                        10,
                        "subject",
                        name(C, "JP", L, "Yokohama-shi-Naka-ku", L, "Kanagawa-ken", CN, cn)),
                part("one locality", 8, "subject", name(C, "JP", L, "Kanagawa-ken", CN, cn)),
                part(
                        "a name in clear",
                        8,
                        "subject",
                        name(
                                C,
                                "JP",
                                L,
                                "Kanagawa-ken",
                                L,
                                "Yokohama-shi-Naka-ku",
                                "2.5.4.4",
                                "SHIKEN",
                                CN,
                                cn)),
                commonName("23 characters", 24, "123456EABC1234", "14104003A"),
                commonName("month 13", 25, "2026133112595900001", "14104003A"),
                commonName("31 June", 25, "2026063112595900001", "14104003A"),
                commonName("a second 60", 25, "2026033112596000001", "14104003A"),
                commonName("a letter in the number", 25, "202603311259590000A", "14104003A"),
                of(
                        "another municipality",
                        10,
                        d -> {
                            d.replaced.put("subject", d.subject());
                            d.values.put(
                                    Draft.CRLDP,
                                    seq(seq(tlv(0xA0, tlv(0xA0, tlv(0xA4, d.point()))))));
                            d.office = new Office("Kanagawa-ken", "Yokohama-shi-Nishi-ku");
                        }));
    }

    @ParameterizedTest
    @MethodSource("signatureNames")
    void a_planted_name_is_found_in_a_signature_certificate(Planted planted) {
        exactly(planted, Draft.signature());
    }
}
