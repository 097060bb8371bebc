package org.openmyna.card.applets;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The bare public operation, as a client does it. */
final class Rsa {

    private Rsa() {}

    /** 256 octets in, 256 out. */
    static byte[] publicOperation(byte[] block, RSAPublicKey key) {
        return octets(new BigInteger(1, block).modPow(key.getPublicExponent(), key.getModulus()));
    }

    static byte[] octets(BigInteger number) {
        byte[] octets = number.toByteArray();
        byte[] whole = new byte[256];
        int length = Math.min(256, octets.length);
        System.arraycopy(octets, octets.length - length, whole, 256 - length, length);
        return whole;
    }

    /** Whether 256 octets are {@code 00 01 FF … FF 00 content} under this key. */
    static boolean isType1(byte[] signature, RSAPublicKey key, byte[] content) {
        byte[] expected = new byte[256];
        Arrays.fill(expected, (byte) 0xFF);
        expected[0] = 0;
        expected[1] = 1;
        expected[255 - content.length] = 0;
        System.arraycopy(content, 0, expected, 256 - content.length, content.length);
        return Arrays.equals(expected, publicOperation(signature, key));
    }
}
