package org.openmyna.card.protocol;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.openmyna.kernel.MunicipalityCode;

/**
 * The record of the common application's file 0001, 30 bytes: {@code 01 1C} and 28 digits.
 *
 * @param serial 15 digits
 * @param municipality the card holds its five digits without the check digit
 * @param expiry the card's last day
 */
public record CardSerialRecord(String serial, MunicipalityCode municipality, LocalDate expiry) {
    private static final String FILE = CommonFile.CARD_SERIAL.label();
    private static final int TAG = 0x01;
    private static final int DIGITS = 28;

    /**
     * @throws CardFileMalformed if the serial number has not 15 digits, or the year not four
     */
    public CardSerialRecord {
        if (!Ascii.areDigits(serial, 15)) {
            throw new CardFileMalformed(FILE, "the serial number has not 15 digits");
        }
        Ascii.checkYear(FILE, "the expiry date", expiry);
    }

    /**
     * @param record what READ RECORD answers
     * @throws CardFileMalformed if it is no such record
     */
    public static CardSerialRecord decode(byte[] record) {
        byte[] value = TlvReader.tolerant(FILE, record).value(TAG, DIGITS);
        String digits = Ascii.digits(FILE, "the record", value, DIGITS);
        return new CardSerialRecord(
                digits.substring(0, 15),
                MunicipalityCode.withCheckDigit(digits.substring(15, 20)),
                Ascii.day(FILE, "the expiry date", Ascii.bytes(digits.substring(20))));
    }

    /** The 30 bytes of the record. */
    public byte[] encode() {
        return new TlvWriter(FILE).element(TAG, Ascii.bytes(digits())).bytes();
    }

    /** All 28 digits, as {@code myna unknown number} prints them. */
    public String digits() {
        return serial + municipality.fiveDigits() + expiry.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Manufacturing number 製造番号: the serial number without its first two digits, 13 digits. */
    public String manufacturingNumber() {
        return serial.substring(2);
    }

    /** A serial number leads to a person: it is not shown. */
    @Override
    public String toString() {
        return "CardSerialRecord[hidden]";
    }
}
