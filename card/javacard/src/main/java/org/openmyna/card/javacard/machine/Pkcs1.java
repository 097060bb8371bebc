package org.openmyna.card.javacard.machine;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javacard.security.MessageDigest;

/** The block formats of PKCS#1 v1.5: RFC 8017 7.2 and 9.2, RFC 2313 8.1. */
final class Pkcs1 {
    private static final int SHORTEST_PADDING = 8;
    private static final int AROUND_PADDING = 3;
    private static final HexFormat HEX = HexFormat.of();

    private Pkcs1() {}

    static int mostData(int blockBytes) {
        return blockBytes - SHORTEST_PADDING - AROUND_PADDING;
    }

    /** RFC 8017 9.2 step 4 and 5: 00 01 FF … FF 00 and the data. */
    static byte[] rfc8017_9_2_block(byte[] data, int blockBytes) {
        byte[] block = new byte[blockBytes];
        int dataStart = blockBytes - data.length;
        block[1] = 1;
        Arrays.fill(block, 2, dataStart - 1, (byte) 0xFF);
        System.arraycopy(data, 0, block, dataStart, data.length);
        return block;
    }

    /** RFC 8017 7.2.1 step 2: 00 02, non-zero random bytes, 00 and the data. */
    static byte[] rfc8017_7_2_1_block(byte[] data, int blockBytes, SecureRandom random) {
        byte[] block = new byte[blockBytes];
        int dataStart = blockBytes - data.length;
        block[1] = 2;
        for (int n = 2; n < dataStart - 1; n++) {
            block[n] = (byte) (1 + random.nextInt(255));
        }
        System.arraycopy(data, 0, block, dataStart, data.length);
        return block;
    }

    /**
     * The data of a block of the given type (1 or 2), or empty if the block is not of that form.
     */
    static Optional<byte[]> unpad(byte[] block, int type) {
        if (block[0] != 0 || block[1] != type) {
            return Optional.empty();
        }
        int zero = 2;
        while (zero < block.length && block[zero] != 0) {
            if (type == 1 && block[zero] != (byte) 0xFF) {
                return Optional.empty();
            }
            zero++;
        }
        boolean formed = zero < block.length && zero >= 2 + SHORTEST_PADDING;
        return formed
                ? Optional.of(Arrays.copyOfRange(block, zero + 1, block.length))
                : Optional.empty();
    }

    /** RFC 8017 9.2 note 1: the DER of DigestInfo, up to the hash. */
    static byte[] digestInfo(byte[] hash, byte hashAlgorithm) {
        byte[] prefix =
                HEX.parseHex(
                        switch (hashAlgorithm) {
                            case MessageDigest.ALG_SHA -> "3021300906052b0e03021a05000414";
                            case MessageDigest.ALG_SHA_256 ->
                                    "3031300d060960864801650304020105000420";
                            case MessageDigest.ALG_SHA_384 ->
                                    "3041300d060960864801650304020205000430";
                            case MessageDigest.ALG_SHA_512 ->
                                    "3051300d060960864801650304020305000440";
                            default ->
                                    throw new IllegalArgumentException(
                                            "No DigestInfo for hash algorithm "
                                                    + hashAlgorithm
                                                    + ".");
                        });
        byte[] info = Arrays.copyOf(prefix, prefix.length + hash.length);
        System.arraycopy(hash, 0, info, prefix.length, hash.length);
        return info;
    }
}
