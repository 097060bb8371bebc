package org.openmyna.card.protocol;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;

/** Legal files of people who do not exist, made from a seed; only the keys differ in each run. */
final class Specimens {
    static final KeyPair ISSUER = keyPair();
    static final KeyPair CARD = keyPair();
    static final RSAPublicKey ISSUER_KEY = (RSAPublicKey) ISSUER.getPublic();
    static final RSAPublicKey CARD_KEY = (RSAPublicKey) CARD.getPublic();
    static final CvSigner SIGNER = CvSigner.of((RSAPrivateKey) ISSUER.getPrivate());

    static final KeyId AUTHORITY = KeyId.of("6999033/001");
    static final KeyId SUBJECT = KeyId.of("6131019/001");
    static final MunicipalityCode CHIYODA = MunicipalityCode.withCheckDigit("13101");

    /** Three bytes, four bytes, with a selector of ideographs, with a combining mark. */
    private static final List<String> CHARACTERS =
            List.of(
                    "試",
                    "験",
                    "ー",
                    "〇",
                    "\uFFFD",
                    "𠮷",
                    "𩸽",
                    "葛\uDB40\uDD00",
                    "辻\uFE00",
                    "か\u3099");

    private Specimens() {}

    static MyNumberFile number(RandomGenerator chance) {
        return new MyNumberFile(MyNumber.withCheckDigit(digits(chance, 11)));
    }

    static FourItemsFile items(RandomGenerator chance) {
        return new FourItemsFile(
                new PersonName(text(chance, 100)),
                new Address(text(chance, 200)),
                birthDate(chance),
                sex(chance));
    }

    static IntegrityFile integrity(RandomGenerator chance) {
        return new IntegrityFile(bytes(chance, 32), bytes(chance, 32), bytes(chance, 256));
    }

    static FormInputBasicInformation formInputInformation(RandomGenerator chance) {
        return new FormInputBasicInformation(
                information(chance), keyId(chance), bytes(chance, 128));
    }

    static CardFaceBasicInformation faceInformation(RandomGenerator chance) {
        return new CardFaceBasicInformation(
                information(chance),
                keyId(chance),
                chance.nextInt(256),
                municipality(chance),
                keyId(chance),
                bytes(chance, 256));
    }

    static SessionPublicKeyFile sessionKey(RandomGenerator chance) {
        return new SessionPublicKeyFile(key(chance));
    }

    static AuthenticationPublicKeyFile authenticationKey(RandomGenerator chance) {
        return new AuthenticationPublicKeyFile(key(chance), bytes(chance, 256));
    }

    static CvCertificate certificate(RandomGenerator chance) {
        return new CvCertificate(keyId(chance), keyId(chance), key(chance), bytes(chance, 256));
    }

    static AgeRecord age(RandomGenerator chance) {
        return new AgeRecord(birthDate(chance), key(chance), bytes(chance, 256));
    }

    /** Images that need lengths of one, two and three bytes. */
    static FaceRecord face(RandomGenerator chance) {
        return new FaceRecord(
                birthDate(chance),
                sex(chance),
                key(chance),
                bytes(chance, chance.nextInt(300)),
                bytes(chance, chance.nextInt(300)),
                bytes(chance, chance.nextInt(1000)),
                bytes(chance, 256),
                day(chance),
                bytes(chance, chance.nextInt(200)),
                LengthForms.SHORTEST);
    }

    static NumberImageFile numberImage(RandomGenerator chance) {
        byte[] image = bytes(chance, chance.nextInt(400));
        return new NumberImageFile(image, key(chance), bytes(chance, 256));
    }

    static CardSerialRecord serial(RandomGenerator chance) {
        return new CardSerialRecord(digits(chance, 15), municipality(chance), day(chance));
    }

    static ResidentRecordCodeFile residentCode(RandomGenerator chance) {
        return new ResidentRecordCodeFile(ResidentRecordCode.withCheckDigit(digits(chance, 10)));
    }

    static KeyReferenceRecord keyReference(RandomGenerator chance) {
        return new KeyReferenceRecord(keyId(chance));
    }

    static CardRecognition recognition(RandomGenerator chance) {
        return new CardRecognition("2." + chance.nextInt(128) + ".1", 3, chance.nextInt(128));
    }

    static KeyId keyId(RandomGenerator chance) {
        return KeyId.of(digits(chance, 7) + "/" + digits(chance, 3), chance.nextInt());
    }

    static ApplicationInformation information(RandomGenerator chance) {
        return new ApplicationInformation(
                chance.nextInt(256), chance.nextInt(256), chance.nextInt(256), chance.nextInt(256));
    }

    static CardDate birthDate(RandomGenerator chance) {
        LocalDate day = day(chance);
        return switch (chance.nextInt(6)) {
            case 0 -> new CardDate(day.getYear(), day.getMonthValue(), 0);
            case 1 -> new CardDate(day.getYear(), 0, 0);
            case 2 -> new CardDate(0, 0, 0);
            default -> CardDate.of(day);
        };
    }

    static LocalDate day(RandomGenerator chance) {
        return LocalDate.of(1868, Month.OCTOBER, 23).plusDays(chance.nextInt(100_000));
    }

    static CardSex sex(RandomGenerator chance) {
        return CardSex.values()[chance.nextInt(4)];
    }

    static MunicipalityCode municipality(RandomGenerator chance) {
        return MunicipalityCode.withCheckDigit(digits(chance, 5));
    }

    static String digits(RandomGenerator chance, int count) {
        var digits = new StringBuilder();
        for (int at = 0; at < count; at++) digits.append(chance.nextInt(10));
        return digits.toString();
    }

    /** From one character to the most; sometimes blanks in between. */
    static String text(RandomGenerator chance, int most) {
        int count =
                switch (chance.nextInt(4)) {
                    case 0 -> 1;
                    case 1 -> most;
                    default -> 1 + chance.nextInt(most);
                };
        var text = new StringBuilder();
        for (int at = 0; at < count; at++) {
            boolean inside = at > 0 && at < count - 1 && text.charAt(text.length() - 1) != '\u3000';
            boolean blank = inside && chance.nextInt(10) == 0;
            text.append(blank ? "\u3000" : CHARACTERS.get(chance.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }

    /** A number of the right size: the files do not ask for its factors. */
    static RSAPublicKey key(RandomGenerator chance) {
        byte[] modulus = bytes(chance, 256);
        modulus[0] |= (byte) 0x80;
        modulus[255] |= 1;
        return CvPublicKey.of("test", new BigInteger(1, modulus), BigInteger.valueOf(65_537));
    }

    static byte[] bytes(RandomGenerator chance, int count) {
        byte[] bytes = new byte[count];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java has RSA", impossible);
        }
    }
}
