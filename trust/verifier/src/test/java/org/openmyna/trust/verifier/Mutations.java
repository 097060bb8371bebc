package org.openmyna.trust.verifier;

import java.util.Arrays;
import java.util.Random;

/** Small damages of the kinds that find parser errors: bits, tags, lengths, cuts, copies. */
public final class Mutations {
    private static final int[] TELLING = {
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0A, 0x1F, 0x30, 0x31, 0x7F, 0x80, 0x81, 0x82,
        0x84, 0xA0, 0xA3, 0xFF
    };

    private Mutations() {}

    public static byte[] of(byte[] good, Random chance) {
        byte[] bytes = good.clone();
        int rounds = 1 + chance.nextInt(3);
        for (int i = 0; i < rounds && bytes.length > 1; i++) bytes = once(bytes, chance);
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random chance) {
        int at = chance.nextInt(bytes.length);
        switch (chance.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
            case 1 -> bytes[at] = (byte) TELLING[chance.nextInt(TELLING.length)];
            case 2 -> bytes[at] += (byte) (chance.nextBoolean() ? 1 : -1);
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                int length = Math.min(1 + chance.nextInt(40), bytes.length - at);
                int from = chance.nextInt(bytes.length - length + 1);
                System.arraycopy(bytes.clone(), from, bytes, at, length);
            }
            default -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                return longer;
            }
        }
        return bytes;
    }
}
