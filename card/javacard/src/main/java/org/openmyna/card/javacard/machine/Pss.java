package org.openmyna.card.javacard.machine;

import java.security.MessageDigest;
import java.util.Arrays;

/** EMSA-PSS with MGF1 over the same hash and a salt as long as the hash: RFC 8017 9.1, B.2.1. */
final class Pss {
    private static final byte TRAILER = (byte) 0xBC;

    private final byte algorithm;
    private final int hashBytes;

    Pss(byte hashAlgorithm) {
        algorithm = hashAlgorithm;
        hashBytes = Hashes.length(hashAlgorithm);
    }

    /** RFC 8017 9.1.1, for a modulus whose length in bits is a multiple of eight. */
    byte[] rfc8017_9_1_1_encode(byte[] hash, byte[] salt, int blockBytes) {
        byte[] block = new byte[blockBytes];
        byte[] seed = seed(hash, salt);
        int maskedBytes = blockBytes - hashBytes - 1;
        block[maskedBytes - salt.length - 1] = 1;
        System.arraycopy(salt, 0, block, maskedBytes - salt.length, salt.length);
        mask(block, maskedBytes, seed);
        block[0] &= 0x7F;
        System.arraycopy(seed, 0, block, maskedBytes, hashBytes);
        block[blockBytes - 1] = TRAILER;
        return block;
    }

    /** RFC 8017 9.1.2. */
    boolean rfc8017_9_1_2_verify(byte[] hash, byte[] encoded) {
        byte[] block = encoded.clone();
        int maskedBytes = block.length - hashBytes - 1;
        if (maskedBytes < hashBytes + 1
                || block[block.length - 1] != TRAILER
                || (block[0] & 0x80) != 0) {
            return false;
        }
        byte[] seed = Arrays.copyOfRange(block, maskedBytes, maskedBytes + hashBytes);
        mask(block, maskedBytes, seed);
        block[0] &= 0x7F;
        int saltStart = maskedBytes - hashBytes;
        for (int n = 0; n < saltStart - 1; n++) {
            if (block[n] != 0) {
                return false;
            }
        }
        byte[] salt = Arrays.copyOfRange(block, saltStart, maskedBytes);
        return block[saltStart - 1] == 1 && MessageDigest.isEqual(seed, seed(hash, salt));
    }

    private byte[] seed(byte[] hash, byte[] salt) {
        MessageDigest digest = Hashes.start(algorithm);
        digest.update(new byte[8]);
        digest.update(hash);
        return digest.digest(salt);
    }

    /** B.2.1: XORs the first bytes of the block with the mask that grows from the seed. */
    private void mask(byte[] block, int length, byte[] seed) {
        MessageDigest digest = Hashes.start(algorithm);
        for (int start = 0, counter = 0; start < length; start += hashBytes, counter++) {
            digest.update(seed);
            byte[] part = digest.digest(new byte[] {0, 0, (byte) (counter >> 8), (byte) counter});
            for (int n = 0; n < hashBytes && start + n < length; n++) {
                block[start + n] ^= part[n];
            }
        }
    }
}
