package org.openmyna.card.issuer.channel;

import java.util.Arrays;
import javax.crypto.Cipher;

/** AES-CMAC (NIST SP 800-38B, RFC 4493) under one key of 16, 24 or 32 bytes. */
final class AesCmac {
    private static final int REDUCTION = 0x87;

    private final Cipher block;
    private final byte[] wholeEnd;
    private final byte[] paddedEnd;

    AesCmac(byte[] key) {
        block = Aes.blocks(key);
        wholeEnd = doubled(Aes.run(block, new byte[Aes.BLOCK]));
        paddedEnd = doubled(wholeEnd);
    }

    /** The MAC over the parts, one behind the other: 16 bytes. */
    byte[] of(byte[]... parts) {
        return rfc4493_2_4(Bytes.join(parts));
    }

    private byte[] rfc4493_2_4(byte[] message) {
        int blocks = Math.max(1, (message.length + Aes.BLOCK - 1) / Aes.BLOCK);
        boolean whole = message.length == blocks * Aes.BLOCK;
        byte[] padded = Arrays.copyOf(message, blocks * Aes.BLOCK);
        if (!whole) padded[message.length] = (byte) 0x80;
        byte[] end = whole ? wholeEnd : paddedEnd;
        int last = (blocks - 1) * Aes.BLOCK;
        for (int i = 0; i < Aes.BLOCK; i++) padded[last + i] ^= end[i];
        byte[] mac = new byte[Aes.BLOCK];
        for (int at = 0; at < padded.length; at += Aes.BLOCK) {
            for (int i = 0; i < Aes.BLOCK; i++) mac[i] ^= padded[at + i];
            mac = Aes.run(block, mac);
        }
        return mac;
    }

    /** RFC 4493, 2.3: times x in GF(2^128). */
    private static byte[] doubled(byte[] value) {
        byte[] result = new byte[Aes.BLOCK];
        for (int i = 0; i < Aes.BLOCK; i++) {
            int next = i + 1 < Aes.BLOCK ? (value[i + 1] & 0xFF) >> 7 : 0;
            result[i] = (byte) (value[i] << 1 | next);
        }
        if (value[0] < 0) result[Aes.BLOCK - 1] ^= (byte) REDUCTION;
        return result;
    }
}
