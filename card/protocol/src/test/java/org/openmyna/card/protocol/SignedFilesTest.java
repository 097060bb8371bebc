package org.openmyna.card.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.Signature;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each signature covers (docs/standards.md), with digests made by the Java of the test. */
class SignedFilesTest {
    private static final String CARD_KEY =
            "9003010001" + "91820100" + modulus(Specimens.CARD_KEY.getModulus().toString(16));

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signed(String name, byte[] file, Function<byte[], SignedFile> decode) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Signed> everySignedFile() {
        var signer = Specimens.SIGNER;
        return List.of(
                new Signed("certificate", certificate().encode(), CvCertificate::decode),
                new Signed(
                        "integrity",
                        IntegrityFile.signed(
                                        Specimens.number(new Random(1)),
                                        Specimens.items(new Random(1)),
                                        signer)
                                .encode(),
                        IntegrityFile::decode),
                new Signed(
                        "authentication key",
                        AuthenticationPublicKeyFile.signed(Specimens.CARD_KEY, signer).encode(),
                        AuthenticationPublicKeyFile::decode),
                new Signed("age", age().encode(), AgeRecord::decode),
                new Signed("face", face().encode(), FaceRecord::decode),
                new Signed("number image", numberImage().encode(), NumberImageFile::decode));
    }

    @ParameterizedTest
    @MethodSource("everySignedFile")
    void the_issuer_signed_it_and_nobody_else(Signed signed) {
        SignedFile file = signed.decode().apply(signed.file());
        assertThat(file.isSignedBy(Specimens.ISSUER_KEY)).isTrue();
        assertThat(file.isSignedBy(Specimens.CARD_KEY)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everySignedFile")
    void no_changed_byte_keeps_the_signature_but_where_nothing_is_covered(Signed signed) {
        for (int at = 0; at < signed.file().length; at++) {
            for (int flip : new int[] {0x01, 0x80}) {
                byte[] changed = signed.file().clone();
                changed[at] ^= (byte) flip;
                if (stillSigned(signed, changed)) {
                    // only the end of the face record: expiry date and security code
                    assertThat(signed.name()).isEqualTo("face");
                    assertThat(at).isGreaterThan(signed.file().length - 11 - 3 - 20);
                }
            }
        }
    }

    @Test
    void expiry_date_and_security_code_are_not_covered() {
        FaceRecord face = face();
        var other =
                new FaceRecord(
                        face.birthDate(),
                        face.sex(),
                        face.publicKey(),
                        face.nameImage(),
                        face.addressImage(),
                        face.photo(),
                        face.signature(),
                        face.expiry().plusYears(1),
                        new byte[7],
                        LengthForms.SHORTEST);
        assertThat(other.isSignedBy(Specimens.ISSUER_KEY)).isTrue();
        assertThat(other).isNotEqualTo(face);
    }

    @Test
    void ordinary_signatures_are_accepted_by_the_verifier_of_java() throws Exception {
        for (Signed signed : everySignedFile()) {
            SignedFile file = signed.decode().apply(signed.file());
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(Specimens.ISSUER_KEY);
            verifier.update(file.signedContent());
            assertThat(verifier.verify(file.signature())).isEqualTo(!signed.name().equals("face"));
        }
    }

    @Test
    void the_certificate_has_568_bytes_and_its_signature_covers_the_body_of_297() {
        CvCertificate certificate = certificate();
        String body =
                "36393939303333"
                        + "0805"
                        + "303031"
                        + "00000000"
                        + "36313331303139"
                        + "0805"
                        + "303031"
                        + "00000000"
                        + CARD_KEY;
        assertThat(hex(certificate.body())).isEqualTo(body).hasSize(594);
        assertThat(certificate.signedContent()).isEqualTo(certificate.body());
        assertThat(hex(certificate.encode()))
                .hasSize(2 * 568)
                .isEqualTo(
                        "7f21820233"
                                + "5f4e820129"
                                + body
                                + "5f37820100"
                                + hex(certificate.signature()));
        assertThat(certificate).hasToString("CvCertificate[6131019/001 by 6999033/001]");
    }

    @Test
    void the_authentication_key_is_signed_with_its_tag() {
        var file = AuthenticationPublicKeyFile.signed(Specimens.CARD_KEY, Specimens.SIGNER);
        assertThat(hex(file.signedContent())).isEqualTo("df51820109" + CARD_KEY);
        assertThat(hex(file.encode()))
                .hasSize(2 * 536)
                .isEqualTo(
                        "ff50820213"
                                + "df51820109"
                                + CARD_KEY
                                + "df52820100"
                                + hex(file.signature()));
    }

    @Test
    void the_age_record_is_signed_up_to_its_key() {
        AgeRecord age = age();
        String covered = "df1108" + "3139383030323137" + "df12820109" + CARD_KEY;
        assertThat(hex(age.signedContent())).isEqualTo(covered);
        assertThat(hex(age.encode()))
                .hasSize(2 * 547)
                .isEqualTo("ff1082021e" + covered + "df13820100" + hex(age.signature()));
    }

    @Test
    void the_number_image_is_signed_up_to_its_key() {
        NumberImageFile image = numberImage();
        String covered = "df4103" + "010203" + "df42820109" + CARD_KEY;
        assertThat(hex(image.signedContent())).isEqualTo(covered);
        assertThat(hex(image.encode()))
                .isEqualTo("ff40820219" + covered + "df43820100" + hex(image.signature()));
    }

    @Test
    void the_face_record_is_signed_as_three_digests_side_by_side() throws Exception {
        FaceRecord face = face();
        String person = "df2208" + "3139383030323137" + "df2301" + "31" + "df24820109" + CARD_KEY;
        String texts = "df2502" + "0a0b" + "df268180" + "0c".repeat(128);
        String photo = "df27820100" + "0d".repeat(256);
        String digests = sha256(person) + sha256(texts) + sha256(photo);
        assertThat(hex(face.signedContent())).isEqualTo(digests).hasSize(192);
        assertThat(hex(face.signedDigestInfo()))
                .hasSize(230)
                .isEqualTo("3071300d060960864801650304020105000460" + digests);

        String end =
                "df28820100"
                        + hex(face.signature())
                        + "df2908"
                        + "3230333530323137"
                        + "df2a03"
                        + "0e0e0e";
        // 5 + 3 + 18 = 26 for the first place
        String table = "df2112" + "001a0025002901370" + "13c01c002c503ca03d5";
        assertThat(hex(face.encode()))
                .isEqualTo("ff208203d6" + table + person + texts + photo + end);
    }

    private static CvCertificate certificate() {
        return CvCertificate.signed(
                Specimens.AUTHORITY, Specimens.SUBJECT, Specimens.CARD_KEY, Specimens.SIGNER);
    }

    private static AgeRecord age() {
        return AgeRecord.signed(new CardDate(1980, 2, 17), Specimens.CARD_KEY, Specimens.SIGNER);
    }

    private static NumberImageFile numberImage() {
        return NumberImageFile.signed(new byte[] {1, 2, 3}, Specimens.CARD_KEY, Specimens.SIGNER);
    }

    private static FaceRecord face() {
        return FaceRecord.signed(
                new CardDate(1980, 2, 17),
                CardSex.MALE,
                Specimens.CARD_KEY,
                new byte[] {0x0A, 0x0B},
                filled(128, 0x0C),
                filled(256, 0x0D),
                LocalDate.parse("2035-02-17"),
                filled(3, 0x0E),
                Specimens.SIGNER);
    }

    private static boolean stillSigned(Signed signed, byte[] changed) {
        try {
            return signed.decode().apply(changed).isSignedBy(Specimens.ISSUER_KEY);
        } catch (CardFileMalformed refused) {
            return false;
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String sha256(String hex) throws Exception {
        return hex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String modulus(String hex) {
        return "0".repeat(512 - hex.length()) + hex;
    }
}
