package org.openmyna.card.protocol;

import java.util.Arrays;

/**
 * One answer of the card (ISO/IEC 7816-4:2020, 5.1): data, then the status word.
 *
 * @param data at most 65,536 bytes
 */
public record ResponseApdu(byte[] data, StatusWord statusWord) {
    public ResponseApdu {
        data = data.clone();
    }

    /**
     * @throws ApduMalformed if there are fewer than the two bytes of a status word, or they are
     *     none
     */
    public static ResponseApdu parse(byte[] bytes) {
        int length = bytes.length - 2;
        if (length < 0) throw new ApduMalformed("an answer without a status word");
        int status = (bytes[length] & 0xFF) << 8 | (bytes[length + 1] & 0xFF);
        return new ResponseApdu(Arrays.copyOf(bytes, length), new StatusWord(status));
    }

    /** A copy. */
    @Override
    public byte[] data() {
        return data.clone();
    }

    public boolean isOk() {
        return statusWord.isOk();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResponseApdu that
                && statusWord.equals(that.statusWord)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(data) + statusWord.hashCode();
    }

    /** Length and status word only: the data may be personal. */
    @Override
    public String toString() {
        return data.length + " bytes, " + statusWord;
    }
}
