package org.openmyna.card.protocol;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.openmyna.kernel.MunicipalityCode;

/**
 * Reads the objects of the card manager. Each method takes what GET DATA answered: the bare value,
 * or the value once more with the tag of its object before it, since no public source tells which
 * of the two a card answers. Each throws {@link CardFileMalformed} if it is neither.
 */
public final class CardObjects {
    private CardObjects() {}

    /** {@link CardObject#ISSUER_ID} and {@link CardObject#INTERMEDIATE_KEY_ID}. */
    public static KeyId keyId(CardObject object, byte[] answer) {
        return KeyId.decode(object.label(), bare(object, answer));
    }

    /** {@link CardObject#CARD_ID}: printable ASCII, not empty. */
    public static String cardId(byte[] answer) {
        byte[] value = bare(CardObject.CARD_ID, answer);
        boolean printable = value.length > 0;
        for (byte each : value) printable &= each >= 0x20 && each <= 0x7E;
        if (!printable) {
            throw new CardFileMalformed(CardObject.CARD_ID.label(), "no printable ASCII");
        }
        return new String(value, StandardCharsets.US_ASCII);
    }

    /** {@link CardObject#RECOGNITION}. */
    public static CardRecognition recognition(byte[] answer) {
        return CardRecognition.decode(answer);
    }

    /** {@link CardObject#MUNICIPALITY}: five digits, to which the check digit is added. */
    public static MunicipalityCode municipality(byte[] answer) {
        var object = CardObject.MUNICIPALITY;
        byte[] value = bare(object, answer);
        return MunicipalityCode.withCheckDigit(
                Ascii.digits(object.label(), "the municipality", value, 5));
    }

    /** {@link CardObject#EXPIRY}. */
    public static LocalDate expiry(byte[] answer) {
        var object = CardObject.EXPIRY;
        return Ascii.day(object.label(), "the expiry date", bare(object, answer));
    }

    /** {@link CardObject#UPPER_CERTIFICATE} and {@link CardObject#LOWER_CERTIFICATE}. */
    public static CvCertificate certificate(CardObject object, byte[] answer) {
        boolean lower = object == CardObject.LOWER_CERTIFICATE;
        byte[] value = lower ? answer : bare(object, answer);
        // the tag of the lower certificate's object is that of the certificate itself
        return CvCertificate.decode(isBody(value) ? object7F21(value) : value);
    }

    /** {@link CardObject#CONTACT_ATR}, with the initial byte TS added. */
    public static Atr contactAtr(byte[] answer) {
        return Atr.ofContactObject(bare(CardObject.CONTACT_ATR, answer));
    }

    /** Inside the object's tag if that is there and its length fits exactly; else as it is. */
    private static byte[] bare(CardObject object, byte[] answer) {
        try {
            var reader = TlvReader.tolerant(object.label(), answer);
            byte[] value = reader.value(object.tag());
            reader.end();
            return value;
        } catch (CardFileMalformed bareValue) {
            return answer;
        }
    }

    private static boolean isBody(byte[] value) {
        return value.length > 1 && value[0] == 0x5F && value[1] == 0x4E;
    }

    private static byte[] object7F21(byte[] value) {
        return new TlvWriter("CV certificate").octets(value).within(0x7F21);
    }
}
