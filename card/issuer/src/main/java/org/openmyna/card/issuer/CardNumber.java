package org.openmyna.card.issuer;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.openmyna.card.issuer.face.PrintedSerial;

/**
 * The number of a card: the serial number of the common application (15 digits); with a check digit
 * behind it (Luhn) it is the printed 製造番号 of 16 digits and the card identification number, object
 * 0045. How real cards relate the three is not public: our choice. Not shown, for it leads to a
 * person.
 *
 * @param serial 15 digits; those of OpenMyna begin with 9
 */
public record CardNumber(String serial) {
    private static final int DRAWN = 14;

    /**
     * @throws CardNumberMalformed if these are not 15 digits (MYNA-ISS-030)
     */
    public CardNumber {
        if (!serial.matches("[0-9]{15}")) throw new CardNumberMalformed(serial.length());
    }

    /** A number by chance: among a million cards two are alike once in 200 times. */
    public static CardNumber draw(SecureRandom random) {
        var digits = new StringBuilder("9");
        for (int i = 0; i < DRAWN; i++) digits.append(random.nextInt(10));
        return new CardNumber(digits.toString());
    }

    /** 製造番号 as it is printed on the card: the 16 digits. */
    public PrintedSerial printed() {
        return new PrintedSerial(identification());
    }

    /** The card identification number, 16 digits. */
    public String identification() {
        return serial + checkDigit(serial);
    }

    /** Object 0045: {@link #identification()} in ASCII. */
    byte[] object() {
        return identification().getBytes(StandardCharsets.US_ASCII);
    }

    /** ISO/IEC 7812-1:2017, annex B. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int weighted = at % 2 == 0 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return "CardNumber[hidden]";
    }
}
