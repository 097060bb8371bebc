package org.openmyna.card.applets;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A well-formed SELECT by DF name in any coding, taken apart. */
record SelectByName(byte[] header, byte[] name, byte[] le) {

    private static final byte[] NONE = {};

    static SelectByName of(byte[] apdu) {
        int n = apdu.length;
        boolean extended = n > 6 && apdu[4] == 0;
        int start = extended ? 7 : 5;
        int length =
                extended
                        ? n == 7 ? 0 : (apdu[5] & 0xFF) << 8 | apdu[6] & 0xFF
                        : n > 5 ? apdu[4] & 0xFF : 0;
        boolean hasLe = length == 0 ? n > 4 : n > start + length;
        boolean longLe = hasLe && extended && apdu[n - 2] != 0;
        return new SelectByName(
                Arrays.copyOf(apdu, 4),
                length == 0 ? NONE : Arrays.copyOfRange(apdu, start, start + length),
                hasLe ? new byte[] {longLe ? 0 : apdu[n - 1]} : NONE);
    }

    /** The place of the name that is meant, -1 if there is none; names in order of installation. */
    int find(List<String> names, int selected) {
        boolean next = (header[3] & 0x02) != 0;
        String wanted = HexFormat.of().withUpperCase().formatHex(name);
        for (int n = next ? selected + 1 : 0; n < names.size(); n++) {
            if (names.get(n).startsWith(wanted)) {
                return n;
            }
        }
        return -1;
    }

    /** The same in short coding with a whole name, first occurrence. */
    byte[] withName(byte[] whole) {
        byte[] apdu = Arrays.copyOf(header, 5 + whole.length + le.length);
        apdu[3] &= ~0x02;
        apdu[4] = (byte) whole.length;
        System.arraycopy(whole, 0, apdu, 5, whole.length);
        System.arraycopy(le, 0, apdu, 5 + whole.length, le.length);
        return apdu;
    }
}
