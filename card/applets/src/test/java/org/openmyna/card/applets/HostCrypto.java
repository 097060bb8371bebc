package org.openmyna.card.applets;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES as the other side of the channel computes it: by the JDK, from the specifications alone. */
final class HostCrypto {

    static final int BLOCK = 16;

    private HostCrypto() {}

    static byte[] encrypt(byte[] key, byte[] iv, byte[] blocks) {
        return cbc(Cipher.ENCRYPT_MODE, key, iv, blocks);
    }

    static byte[] decrypt(byte[] key, byte[] iv, byte[] blocks) {
        return cbc(Cipher.DECRYPT_MODE, key, iv, blocks);
    }

    private static byte[] cbc(int mode, byte[] key, byte[] iv, byte[] blocks) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] encryptBlock(byte[] key, byte[] block) {
        return encrypt(key, new byte[BLOCK], block);
    }

    /** NIST SP 800-38B 6.2. */
    static byte[] cmac(byte[] key, byte[] message) {
        byte[] k1 = doubled(encryptBlock(key, new byte[BLOCK]));
        byte[] k2 = doubled(k1);
        int lastStart = message.length == 0 ? 0 : (message.length - 1) / BLOCK * BLOCK;
        byte[] last = Arrays.copyOfRange(message, lastStart, lastStart + BLOCK);
        boolean whole = message.length - lastStart == BLOCK;
        if (!whole) {
            last[message.length - lastStart] = (byte) 0x80;
        }
        byte[] subkey = whole ? k1 : k2;
        for (int n = 0; n < BLOCK; n++) {
            last[n] ^= subkey[n];
        }
        byte[] all = concat(Arrays.copyOf(message, lastStart), last);
        byte[] chained = encrypt(key, new byte[BLOCK], all);
        return Arrays.copyOfRange(chained, chained.length - BLOCK, chained.length);
    }

    private static byte[] doubled(byte[] block) {
        var number = new java.math.BigInteger(1, block).shiftLeft(1);
        if (number.testBit(128)) {
            number = number.clearBit(128).xor(java.math.BigInteger.valueOf(0x87));
        }
        byte[] bytes = number.toByteArray();
        byte[] result = new byte[BLOCK];
        for (int n = 1; n <= Math.min(BLOCK, bytes.length); n++) {
            result[BLOCK - n] = bytes[bytes.length - n];
        }
        return result;
    }

    /** GlobalPlatform Amendment D 4.1.5: NIST SP 800-108 in counter mode, one round. */
    static byte[] derive(byte[] key, int constant, int bits, byte[] context) {
        byte[] label = new byte[12];
        label[11] = (byte) constant;
        byte[] rest = {0, (byte) (bits >> 8), (byte) bits, 1};
        return Arrays.copyOf(cmac(key, concat(label, rest, context)), bits / 8);
    }

    /** ISO/IEC 9797-1, padding method 2. */
    static byte[] padded(byte[] data) {
        byte[] whole = Arrays.copyOf(data, (data.length / BLOCK + 1) * BLOCK);
        whole[data.length] = (byte) 0x80;
        return whole;
    }

    static byte[] unpadded(byte[] whole) {
        int end = whole.length - 1;
        while (whole[end] == 0) {
            end--;
        }
        if (whole[end] != (byte) 0x80) {
            throw new AssertionError("no padding");
        }
        return Arrays.copyOf(whole, end);
    }

    static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
