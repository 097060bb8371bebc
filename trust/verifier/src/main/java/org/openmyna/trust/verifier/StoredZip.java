package org.openmyna.trust.verifier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A ZIP file (APPNOTE 6.3) of stored parts that any program can open, and that has exactly one
 * spelling: nothing is compressed, no time and no attribute is kept. What reads it accepts that
 * spelling alone, so that no two programs can see different parts in it.
 */
final class StoredZip {
    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 20;

    /** 1980-01-01, the first day that ZIP can tell. */
    private static final short DAY_ONE = 0x0021;

    private StoredZip() {}

    /** The parts in their order; names are ASCII. */
    static byte[] write(Map<String, byte[]> parts) {
        int length = END_BYTES;
        for (var part : parts.entrySet()) {
            int name = part.getKey().length();
            length += LOCAL_BYTES + CENTRAL_BYTES + 2 * name + part.getValue().length;
        }
        ByteBuffer zip = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int[] starts = new int[parts.size()];
        int n = 0;
        for (var part : parts.entrySet()) {
            starts[n++] = zip.position();
            zip.putInt(LOCAL);
            head(zip, part.getKey(), part.getValue());
            zip.put(ascii(part.getKey())).put(part.getValue());
        }
        int central = zip.position();
        n = 0;
        for (var part : parts.entrySet()) {
            zip.putInt(CENTRAL).putShort(VERSION);
            head(zip, part.getKey(), part.getValue());
            zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            zip.putInt(starts[n++]).put(ascii(part.getKey()));
        }
        int size = zip.position() - central;
        short count = (short) parts.size();
        zip.putInt(END).putInt(0).putShort(count).putShort(count);
        return zip.putInt(size).putInt(central).putShort((short) 0).array();
    }

    /** What local and central headers have in common, from "version needed" to "extra length". */
    private static void head(ByteBuffer zip, String name, byte[] content) {
        var check = new CRC32();
        check.update(content);
        zip.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        zip.putShort((short) 0).putShort(DAY_ONE).putInt((int) check.getValue());
        zip.putInt(content.length).putInt(content.length);
        zip.putShort((short) name.length()).putShort((short) 0);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws EvidenceMalformed for any other bytes (MYNA-VRF-301)
     */
    static Map<String, byte[]> read(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        while (zip.remaining() >= LOCAL_BYTES && zip.getInt(zip.position()) == LOCAL) {
            int at = zip.position();
            int length = zip.getInt(at + 18);
            int name = Short.toUnsignedInt(zip.getShort(at + 26));
            zip.position(at + LOCAL_BYTES);
            if (length < 0 || (long) name + length > zip.remaining())
                throw new EvidenceMalformed("length of a part");
            byte[] text = new byte[name];
            byte[] content = new byte[length];
            zip.get(text).get(content);
            if (parts.put(new String(text, StandardCharsets.US_ASCII), content) != null)
                throw new EvidenceMalformed("a part twice");
        }
        if (!Arrays.equals(write(parts), bytes)) throw new EvidenceMalformed("ZIP spelling");
        return parts;
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
