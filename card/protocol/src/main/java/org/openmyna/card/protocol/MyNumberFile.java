package org.openmyna.card.protocol;

import java.nio.charset.StandardCharsets;
import org.openmyna.kernel.MyNumber;

/**
 * Form input 0001, the My Number 個人番号: {@code FF10 0C}, twelve digits, two bytes of filler. The
 * integrity record's digest covers all 17 bytes.
 */
public record MyNumberFile(MyNumber number) {
    private static final CardFile FILE = FormInputFile.MY_NUMBER;
    private static final int TAG = 0xFF10;

    /**
     * @param file the whole file, or as much as holds the number; what follows it is filler
     * @throws CardFileMalformed if it holds no My Number with a right check digit
     */
    public static MyNumberFile decode(byte[] file) {
        byte[] value = TlvReader.tolerant(FILE.label(), file).value(TAG, 12);
        Ascii.digits(FILE.label(), "the number", value, 12);
        String digits = new String(value, StandardCharsets.US_ASCII);
        return new MyNumberFile(
                Ascii.kernelValue(FILE.label(), "the number", () -> new MyNumber(digits)));
    }

    /** The 17 bytes of the file. */
    public byte[] encode() {
        return FILE.padded(
                new TlvWriter(FILE.label()).element(TAG, Ascii.bytes(number.digits())).bytes());
    }

    /** Never shows the number. */
    @Override
    public String toString() {
        return "MyNumberFile[hidden]";
    }
}
