package org.openmyna.card.protocol;

import java.nio.charset.StandardCharsets;
import org.openmyna.kernel.ResidentRecordCode;

/**
 * Juki 0001, the resident record code 住民票コード, 14 bytes: {@code FF10 0B} and eleven digits. The
 * place and the shape are OpenMyna's choice; no public source names them.
 */
public record ResidentRecordCodeFile(ResidentRecordCode code) {
    private static final String FILE = JukiFile.RESIDENT_RECORD_CODE.label();
    private static final int TAG = 0xFF10;

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if it holds no code with a right check digit
     */
    public static ResidentRecordCodeFile decode(byte[] file) {
        byte[] value = TlvReader.tolerant(FILE, file).value(TAG, 11);
        Ascii.digits(FILE, "the code", value, 11);
        String digits = new String(value, StandardCharsets.US_ASCII);
        return new ResidentRecordCodeFile(
                Ascii.kernelValue(FILE, "the code", () -> new ResidentRecordCode(digits)));
    }

    /** The 14 bytes of the file. */
    public byte[] encode() {
        return new TlvWriter(FILE).element(TAG, Ascii.bytes(code.digits())).bytes();
    }

    /** Never shows the code. */
    @Override
    public String toString() {
        return "ResidentRecordCodeFile[hidden]";
    }
}
