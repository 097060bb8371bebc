package org.openmyna.card.issuer.face;

/**
 * Serial number 製造番号 as printed on the front, right of the security code.
 *
 * @param digits 16 of 0-9
 */
public record PrintedSerial(String digits) {
    /**
     * @throws PrintedSerialMalformed if these are not 16 digits (MYNA-ISS-046)
     */
    public PrintedSerial {
        if (!digits.matches("[0-9]{16}")) {
            throw new PrintedSerialMalformed(digits.length());
        }
    }

    /** It leads to a person. */
    @Override
    public String toString() {
        return "PrintedSerial[hidden]";
    }
}
