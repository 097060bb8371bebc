package org.openmyna.card.javacard.machine;

import java.security.NoSuchAlgorithmException;
import javacard.security.MessageDigest;

/**
 * The hash functions of the card and their numbers. The JDK's own are the fastest where the
 * processor has SHA instructions.
 */
public final class Hashes {
    private Hashes() {}

    /** In bytes; 0 for an algorithm that the card does not have. */
    public static byte length(byte algorithm) {
        return switch (algorithm) {
            case MessageDigest.ALG_SHA -> MessageDigest.LENGTH_SHA;
            case MessageDigest.ALG_SHA_256 -> MessageDigest.LENGTH_SHA_256;
            case MessageDigest.ALG_SHA_384 -> MessageDigest.LENGTH_SHA_384;
            case MessageDigest.ALG_SHA_512 -> MessageDigest.LENGTH_SHA_512;
            default -> 0;
        };
    }

    public static java.security.MessageDigest start(byte algorithm) {
        String name = algorithm == MessageDigest.ALG_SHA ? "SHA-1" : "SHA-" + length(algorithm) * 8;
        try {
            return java.security.MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + name + ".", e);
        }
    }
}
