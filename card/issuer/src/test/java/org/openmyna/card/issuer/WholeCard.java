package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openmyna.card.issuer.face.FaceText;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.AgeRecord;
import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardDate;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.IntegrityFile;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.MyNumberFile;
import org.openmyna.card.protocol.NumberImageFile;
import org.openmyna.card.protocol.ResidentRecordCodeFile;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.profile.JpkiCertificate;

/**
 * Everything that can be read from a card, compared with the register's record by decoders, and
 * with the issuer's signatures by the JDK over literal ranges of the physical bytes.
 */
final class WholeCard {
    private static final byte[] TRIPLE =
            HexFormat.of().parseHex("3071300D06096086480165030402010500" + "0460");

    private final IssuedCard record;
    private final CardCommands card;
    private final Map<CardFile, byte[]> files = new HashMap<>();
    private final boolean withPins;

    private WholeCard(CardChannel channel, IssuedCard record, boolean withPins) {
        this.record = record;
        this.withPins = withPins;
        card = new CardCommands(channel, CardAnswerUnexpected::new);
        readFormInput();
        readCardFace();
        card.select(CardApplication.JPKI);
        read(JpkiFile.USER_AUTHENTICATION_CERTIFICATE);
        if (withPins) readJpkiAndJuki();
    }

    static WholeCard read(CardChannel channel, IssuedCard record) {
        return new WholeCard(channel, record, true);
    }

    static WholeCard readFace(CardChannel channel, IssuedCard record) {
        return new WholeCard(channel, record, false);
    }

    private void readFormInput() {
        card.select(CardApplication.FORM_INPUT);
        verify(FormInputFile.VERIFICATION_NUMBER_A, record.holder().myNumber().digits());
        verify(FormInputFile.VERIFICATION_NUMBER_B, record.verificationNumberB().digits());
        for (FormInputFile each : FormInputFile.values()) {
            if (each.kind() == CardFile.Kind.DATA) read(each);
        }
    }

    private void readCardFace() {
        card.select(CardApplication.CARD_FACE);
        verify(CardFaceFile.VERIFICATION_NUMBER_A, record.holder().myNumber().digits());
        verify(CardFaceFile.VERIFICATION_NUMBER_B, record.verificationNumberB().digits());
        verify(CardFaceFile.BIRTH_DATE_PIN, record.holder().fourItems().birthDate().sixDigits());
        for (CardFaceFile each : CardFaceFile.values()) {
            if (each.kind() == CardFile.Kind.DATA) read(each);
        }
    }

    private void readJpkiAndJuki() {
        try (Pin password = Town.password()) {
            password.lend(ascii -> card.verify(JpkiFile.SIGNATURE_PASSWORD, ascii));
        }
        read(JpkiFile.SIGNATURE_CERTIFICATE);
        card.select(CardApplication.JUKI);
        verify(JukiFile.PIN, Town.PIN);
        read(JukiFile.RESIDENT_RECORD_CODE);
    }

    private void verify(CardFile pin, String value) {
        assertThat(card.verify(pin, value.getBytes(StandardCharsets.US_ASCII)).isOk())
                .as(pin.label())
                .isTrue();
    }

    private void read(CardFile file) {
        files.put(file, card.read(file));
    }

    private byte[] file(CardFile file) {
        return Objects.requireNonNull(files.get(file), file.label());
    }

    JpkiCertificate signatureCertificate() {
        return certificate(JpkiFile.SIGNATURE_CERTIFICATE);
    }

    private JpkiCertificate certificate(CardFile file) {
        byte[] content = file(file);
        int length = 4 + ((content[2] & 0xFF) << 8 | (content[3] & 0xFF));
        return JpkiCertificate.parse(Arrays.copyOf(content, length));
    }

    String formInputIssuer() {
        return CvCertificate.decode(file(FormInputFile.ISSUER_CERTIFICATE)).subject().toString();
    }

    String cardFaceIssuer() {
        return CvCertificate.decode(file(CardFaceFile.ISSUER_CERTIFICATE)).subject().toString();
    }

    /** All of reference 6, and all contents as the record has them. */
    void mustBeGenuine(Town town) {
        contentsAreThoseOfTheRecord();
        RSAPublicKey formIssuer = issuerKey(town, FormInputFile.ISSUER_CERTIFICATE, "6999033/001");
        RSAPublicKey faceIssuer = issuerKey(town, CardFaceFile.ISSUER_CERTIFICATE, "6999023/001");
        signaturesCoverLiteralRanges(formIssuer, faceIssuer);
        chipHoldsItsKeys();
        assertThat(certificate(JpkiFile.USER_AUTHENTICATION_CERTIFICATE))
                .isEqualTo(record.userAuthentication());
        if (!withPins) return;
        assertThat(Optional.of(signatureCertificate())).isEqualTo(record.signature());
        loginAndSignatureKeysWork();
        String number = record.number().identification();
        ActNote note =
                town.keys
                        .acts()
                        .read(number)
                        .map(t -> ActNote.parse(number, t))
                        .orElse(ActNote.NONE);
        assertThat(note.ready().map(ActNote.Ready::done).orElse(true)).as("finished").isTrue();
        assertThat(note.openUser().or(note::openSignature)).as("left open").isEmpty();
    }

    private void contentsAreThoseOfTheRecord() {
        var holder = record.holder();
        var items = holder.fourItems();
        assertThat(MyNumberFile.decode(file(FormInputFile.MY_NUMBER)).number())
                .isEqualTo(holder.myNumber());
        var itemsFile = FourItemsFile.decode(file(FormInputFile.FOUR_ITEMS));
        assertThat(itemsFile).isEqualTo(FourItemsFile.of(items));
        var integrity = IntegrityFile.decode(file(FormInputFile.INTEGRITY));
        assertThat(integrity.matchesNumber(file(FormInputFile.MY_NUMBER))).isTrue();
        assertThat(integrity.matchesItems(itemsFile)).isTrue();
        var face = FaceRecord.decode(file(CardFaceFile.FACE_RECORD));
        assertThat(face.nameImage()).isEqualTo(FaceText.name(items.name()).png());
        assertThat(face.addressImage()).isEqualTo(FaceText.address(items.address()).png());
        assertThat(face.photo()).isEqualTo(holder.photo().jp2());
        assertThat(face.expiry()).isEqualTo(holder.cardLastDay());
        assertThat(face.securityCodeImage())
                .isEqualTo(FaceText.securityCode(record.securityCode()).png());
        assertThat(AgeRecord.decode(file(CardFaceFile.AGE_RECORD)).birthDate())
                .isEqualTo(CardDate.of(items.birthDate()));
        assertThat(NumberImageFile.decode(file(CardFaceFile.NUMBER_IMAGE)).image())
                .isEqualTo(FaceText.myNumber(holder.myNumber()).png());
        if (withPins) {
            assertThat(ResidentRecordCodeFile.decode(file(JukiFile.RESIDENT_RECORD_CODE)).code())
                    .isEqualTo(holder.residentRecordCode());
        }
    }

    /** The issuer certificate under the authority of the public export, by the JDK. */
    private RSAPublicKey issuerKey(Town town, CardFile file, String authority) {
        byte[] bytes = file(file);
        CvCertificate issuer = CvCertificate.decode(bytes);
        assertThat(issuer.issuer()).hasToString(authority);
        RSAPublicKey upper =
                IssuerKeys.authoritiesOf(town.directory.resolve("issuer")).stream()
                        .filter(each -> each.subject().equals(issuer.issuer()))
                        .findFirst()
                        .orElseThrow()
                        .publicKey();
        // 7F21 82 0233, 5F4E 82 0129, 297 bytes, 5F37 82 0100, 256 bytes
        assertThat(bytes).hasSize(568);
        signed(upper, Arrays.copyOfRange(bytes, 10, 307), Arrays.copyOfRange(bytes, 312, 568));
        return issuer.publicKey();
    }

    /** Reference 6.3, by positions in the physical files. */
    private void signaturesCoverLiteralRanges(RSAPublicKey formIssuer, RSAPublicKey faceIssuer) {
        byte[] integrity = file(FormInputFile.INTEGRITY);
        assertThat(integrity).hasSize(336);
        signed(formIssuer, range(integrity, 5, 75), range(integrity, 80, 336));
        assertThat(range(integrity, 8, 40)).isEqualTo(sha256(file(FormInputFile.MY_NUMBER)));
        assertThat(file(FormInputFile.MY_NUMBER)).hasSize(17).endsWith(0xFF, 0xFF);
        byte[] items = file(FormInputFile.FOUR_ITEMS);
        int itemsHead = items[2] >= 0 ? 3 : 4;
        int itemsEnd = itemsHead + (items[itemsHead - 1] & 0xFF);
        assertThat(range(integrity, 43, 75))
                .isEqualTo(sha256(range(items, itemsHead + 11, itemsEnd)));
        byte[] key = file(FormInputFile.AUTHENTICATION_PUBLIC_KEY);
        assertThat(key).hasSize(536);
        signed(formIssuer, range(key, 5, 275), range(key, 280, 536));
        byte[] age = file(CardFaceFile.AGE_RECORD);
        signed(faceIssuer, range(age, 5, 286), range(age, 291, 547));
        faceRecordIsSigned(faceIssuer);
        byte[] number = file(CardFaceFile.NUMBER_IMAGE);
        int end = 5 + ((number[3] & 0xFF) << 8 | (number[4] & 0xFF));
        signed(faceIssuer, range(number, 5, end - 261), range(number, end - 256, end));
    }

    private void faceRecordIsSigned(RSAPublicKey issuer) {
        byte[] face = file(CardFaceFile.FACE_RECORD);
        int[] at = new int[9];
        for (int i = 0; i < 9; i++) {
            at[i] = (face[8 + 2 * i] & 0xFF) << 8 | (face[9 + 2 * i] & 0xFF);
        }
        byte[] digests = new byte[96];
        System.arraycopy(sha256(range(face, at[0], at[3])), 0, digests, 0, 32);
        System.arraycopy(sha256(range(face, at[3], at[5])), 0, digests, 32, 32);
        System.arraycopy(sha256(range(face, at[5], at[6])), 0, digests, 64, 32);
        byte[] signature = range(face, at[7] - 256, at[7]);
        byte[] block =
                new BigInteger(1, signature)
                        .modPow(issuer.getPublicExponent(), issuer.getModulus())
                        .toByteArray();
        assertThat(range(block, block.length - 115, block.length - 96)).isEqualTo(TRIPLE);
        assertThat(range(block, block.length - 96, block.length)).isEqualTo(digests);
        assertThat(block).hasSize(255).startsWith(0x01, 0xFF, 0xFF);
    }

    private void chipHoldsItsKeys() {
        var formKey =
                AuthenticationPublicKeyFile.decode(file(FormInputFile.AUTHENTICATION_PUBLIC_KEY));
        proves(CardApplication.FORM_INPUT, formKey.publicKey());
        proves(
                CardApplication.CARD_FACE,
                FaceRecord.decode(file(CardFaceFile.FACE_RECORD)).publicKey());
        proves(
                CardApplication.CARD_FACE,
                AgeRecord.decode(file(CardFaceFile.AGE_RECORD)).publicKey());
    }

    private void proves(CardApplication application, RSAPublicKey key) {
        byte[] nonce = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        card.select(application);
        signed(key, nonce, card.signWithDefaultKey(DigestInfo.SHA256.ofMessage(nonce)));
    }

    private void loginAndSignatureKeysWork() {
        byte[] message = {1, 2, 3};
        card.select(CardApplication.JPKI);
        verify(JpkiFile.USER_AUTHENTICATION_PIN, Town.PIN);
        card.select(JpkiFile.USER_AUTHENTICATION_KEY);
        signed(
                record.userAuthentication().publicKey(),
                message,
                card.signWithCurrentKey(DigestInfo.SHA256.ofMessage(message)));
        verify(JpkiFile.SIGNATURE_PASSWORD, Town.PASSWORD);
        card.select(JpkiFile.SIGNATURE_KEY);
        signed(
                record.signature().orElseThrow().publicKey(),
                message,
                card.signWithCurrentKey(DigestInfo.SHA256.ofMessage(message)));
    }

    private static void signed(PublicKey key, byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA", "SunRsaSign");
            check.initVerify(key);
            check.update(content);
            assertThat(check.verify(signature)).isTrue();
        } catch (GeneralSecurityException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static byte[] range(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
