package org.openmyna.card.reader;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.openmyna.card.protocol.AgeRecord;
import org.openmyna.card.protocol.ApplicationInformation;
import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardDate;
import org.openmyna.card.protocol.CardFaceBasicInformation;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CardSerialRecord;
import org.openmyna.card.protocol.CardSex;
import org.openmyna.card.protocol.CommonFile;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.CvSigner;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FormInputBasicInformation;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.IntegrityFile;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.card.protocol.KeyReferenceRecord;
import org.openmyna.card.protocol.MyNumberFile;
import org.openmyna.card.protocol.NumberImageFile;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResidentRecordCodeFile;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.VerificationNumberB;

/** 試験 一郎, a sham person, and the card that a sham municipality made for him. */
final class Ichiro {
    static final MyNumber NUMBER = MyNumber.withCheckDigit("12345678901");
    static final MyNumber ANOTHER_NUMBER = MyNumber.withCheckDigit("98765432109");
    static final JapaneseDate BORN = JapaneseDate.of(LocalDate.of(1985, 3, 7));
    static final SecurityCode CODE = new SecurityCode("1754");
    static final LocalDate EXPIRY = LocalDate.of(2033, 3, 7);
    static final VerificationNumberB FRONT = VerificationNumberB.of(BORN, 2033, CODE);
    static final ResidentRecordCode RECORD_CODE = ResidentRecordCode.withCheckDigit("1234567890");
    static final FourItemsFile ITEMS =
            new FourItemsFile(
                    new PersonName("試験　一郎"),
                    new Address("東京都千代田区試験町１－２－３"),
                    CardDate.of(BORN),
                    CardSex.MALE);

    static final KeyId FORM_INPUT_AUTHORITY = KeyId.of("6999033/001");
    static final KeyId CARD_FACE_AUTHORITY = KeyId.of("6999023/001");
    static final KeyId MUNICIPALITY = KeyId.of("6131019/001");
    static final KeyPair FORM_INPUT_CA = pair();
    static final KeyPair CARD_FACE_CA = pair();
    static final KeyPair ISSUER = pair();
    static final KeyPair TEXT_KEY = pair();
    static final KeyPair FACE_KEY = pair();
    static final KeyPair LOGIN_KEY = pair();
    static final KeyPair SIGN_KEY = pair();
    static final KeyPair STRANGER = pair();

    private Ichiro() {}

    static TrustedCvAuthorities trusted() {
        return TrustedCvAuthorities.test()
                .and(CardApplication.FORM_INPUT, FORM_INPUT_AUTHORITY, key(FORM_INPUT_CA))
                .and(CardApplication.CARD_FACE, CARD_FACE_AUTHORITY, key(CARD_FACE_CA));
    }

    static PaperCard card() {
        var card = new PaperCard();
        pins(card);
        formInput(card);
        cardFace(card);
        jpki(card);
        others(card);
        return card;
    }

    private static void pins(PaperCard card) {
        pin(card, PinReference.USER_AUTHENTICATION, "1111");
        pin(card, PinReference.SIGNATURE, "ABC123");
        pin(card, PinReference.FORM_INPUT, "1234");
        pin(card, PinReference.FORM_INPUT_A, NUMBER.digits());
        pin(card, PinReference.FORM_INPUT_B, FRONT.digits());
        pin(card, PinReference.CARD_FACE_BIRTH_DATE, BORN.sixDigits());
        pin(card, PinReference.CARD_FACE_B, FRONT.digits());
        pin(card, PinReference.CARD_FACE_A, NUMBER.digits());
        pin(card, PinReference.JUKI, "2222");
        pin(card, PinReference.COMMON, "2222");
    }

    static void pin(PaperCard card, PinReference reference, String value) {
        card.pins.put(reference, new PaperCard.Pin(value, reference.tryLimit()));
    }

    static void left(PaperCard card, PinReference reference, int left) {
        card.pins.put(
                reference,
                new PaperCard.Pin(Objects.requireNonNull(card.pins.get(reference)).value(), left));
    }

    private static void formInput(PaperCard card) {
        var number = new MyNumberFile(NUMBER);
        file(
                card,
                FormInputFile.MY_NUMBER,
                number.encode(),
                PinReference.FORM_INPUT,
                PinReference.FORM_INPUT_A);
        file(
                card,
                FormInputFile.FOUR_ITEMS,
                ITEMS.encode(),
                PinReference.FORM_INPUT,
                PinReference.FORM_INPUT_B);
        file(
                card,
                FormInputFile.INTEGRITY,
                IntegrityFile.signed(number, ITEMS, by(ISSUER)).encode(),
                PinReference.FORM_INPUT,
                PinReference.FORM_INPUT_A,
                PinReference.FORM_INPUT_B);
        file(
                card,
                FormInputFile.ISSUER_CERTIFICATE,
                certificate(FORM_INPUT_AUTHORITY, FORM_INPUT_CA).encode());
        file(
                card,
                FormInputFile.AUTHENTICATION_PUBLIC_KEY,
                AuthenticationPublicKeyFile.signed(key(TEXT_KEY), by(ISSUER)).encode(),
                PinReference.FORM_INPUT,
                PinReference.FORM_INPUT_A,
                PinReference.FORM_INPUT_B);
        var information = new ApplicationInformation(1, 3, 14, 1);
        file(
                card,
                FormInputFile.BASIC_INFORMATION,
                new FormInputBasicInformation(information, KeyId.of("6999034/001"), image(128))
                        .encode());
        card.keys.put(FormInputFile.AUTHENTICATION_KEY, TEXT_KEY);
        card.defaultKeys.put(CardApplication.FORM_INPUT, FormInputFile.AUTHENTICATION_KEY);
    }

    private static void cardFace(PaperCard card) {
        file(
                card,
                CardFaceFile.AGE_RECORD,
                AgeRecord.signed(CardDate.of(BORN), key(FACE_KEY), by(ISSUER)).encode(),
                PinReference.CARD_FACE_BIRTH_DATE);
        file(
                card,
                CardFaceFile.FACE_RECORD,
                face(CardDate.of(BORN), ISSUER).encode(),
                PinReference.CARD_FACE_A,
                PinReference.CARD_FACE_B);
        file(
                card,
                CardFaceFile.NUMBER_IMAGE,
                NumberImageFile.signed(image(90), key(FACE_KEY), by(ISSUER)).encode(),
                PinReference.CARD_FACE_A);
        file(
                card,
                CardFaceFile.ISSUER_CERTIFICATE,
                certificate(CARD_FACE_AUTHORITY, CARD_FACE_CA).encode());
        var information = new ApplicationInformation(6, 3, 14, 1);
        file(
                card,
                CardFaceFile.BASIC_INFORMATION,
                new CardFaceBasicInformation(
                                information,
                                KeyId.of("6999024/001"),
                                0,
                                MunicipalityCode.withCheckDigit("13101"),
                                KeyId.of("6999025/001"),
                                image(256))
                        .encode());
        card.keys.put(CardFaceFile.AUTHENTICATION_KEY, FACE_KEY);
        card.defaultKeys.put(CardApplication.CARD_FACE, CardFaceFile.AUTHENTICATION_KEY);
    }

    private static void jpki(PaperCard card) {
        file(
                card,
                JpkiFile.TOKEN_INFO,
                new TokenInfo(TokenInfo.MY_NUMBER_CARD, "TEST", "TEST", "TEST 99887766").encode());
        file(card, JpkiFile.USER_AUTHENTICATION_CERTIFICATE, der(300));
        file(card, JpkiFile.USER_AUTHENTICATION_CA_CERTIFICATE, der(310));
        file(card, JpkiFile.SIGNATURE_CERTIFICATE, der(320), PinReference.SIGNATURE);
        file(card, JpkiFile.SIGNATURE_CA_CERTIFICATE, der(330));
        card.keys.put(JpkiFile.SIGNATURE_KEY, SIGN_KEY);
        card.keys.put(JpkiFile.USER_AUTHENTICATION_KEY, LOGIN_KEY);
    }

    private static void others(PaperCard card) {
        file(
                card,
                JukiFile.RESIDENT_RECORD_CODE,
                new ResidentRecordCodeFile(RECORD_CODE).encode(),
                PinReference.JUKI);
        file(card, JukiFile.KEY_REFERENCE, new KeyReferenceRecord(MUNICIPALITY).encode());
        file(
                card,
                CommonFile.CARD_SERIAL,
                new CardSerialRecord(
                                "000000000012345", MunicipalityCode.withCheckDigit("13101"), EXPIRY)
                        .encode());
        file(card, CommonFile.KEY_REFERENCE, new KeyReferenceRecord(MUNICIPALITY).encode());
        card.objects.put(CardObject.CARD_ID, ascii("TEST000000012345"));
        card.objects.put(CardObject.MUNICIPALITY, ascii("13101"));
        card.objects.put(CardObject.EXPIRY, ascii("20330307"));
        card.objects.put(CardObject.ISSUER_ID, MUNICIPALITY.octets());
        card.objects.put(
                CardObject.UPPER_CERTIFICATE,
                certificate(KeyId.of("6999020/001", KeyId.CARD_MANAGER_PAD), STRANGER).encode());
    }

    /** Bytes with the header of a certificate. */
    static byte[] der(int length) {
        byte[] certificate = image(length);
        certificate[0] = 0x30;
        certificate[1] = (byte) 0x82;
        certificate[2] = (byte) ((length - 4) >> 8);
        certificate[3] = (byte) (length - 4);
        return certificate;
    }

    static CvCertificate certificate(KeyId authority, KeyPair signer) {
        return CvCertificate.signed(authority, MUNICIPALITY, key(ISSUER), by(signer));
    }

    static FaceRecord face(CardDate born, KeyPair signer) {
        return FaceRecord.signed(
                born,
                CardSex.MALE,
                key(FACE_KEY),
                image(130),
                image(260),
                image(3000),
                EXPIRY,
                image(80),
                by(signer));
    }

    static void file(PaperCard card, CardFile file, byte[] content, PinReference... openers) {
        int physical = file.physicalLength().orElse(content.length);
        byte[] padded = Arrays.copyOf(content, Math.max(physical, content.length));
        Arrays.fill(padded, content.length, padded.length, (byte) 0xFF);
        card.files.put(file, padded);
        if (openers.length > 0) card.openers.put(file, Set.of(openers));
    }

    /** Bytes that stand for an image. */
    static byte[] image(int length) {
        byte[] image = new byte[length];
        for (int at = 0; at < length; at++) image[at] = (byte) (at * 7 + length);
        return image;
    }

    static CvSigner by(KeyPair pair) {
        return digestInfo -> PaperCard.signature(pair, digestInfo);
    }

    static RSAPublicKey key(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    static Pin pin(String digits) {
        return Pin.takeFrom(digits.toCharArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
