package org.openmyna.card.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in the card's files. */
final class Utf8 {
    private Utf8() {}

    /** Reads UTF-8 without putting a sign in the place of bytes that are none. */
    static String decode(String file, String what, byte[] value) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException noText) {
            throw new CardFileMalformed(file, what + " is not UTF-8");
        }
    }

    static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
