package org.openmyna.card.javacard.machine;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javacard.security.CryptoException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES of the JDK's own provider under one key: it has the processor's AES instructions, and no
 * accelerator is faster on the few blocks of a command.
 */
final class AesEngine {
    static final int BLOCK_BYTES = 16;

    private final AesKey key;
    private final Cipher cipher;

    private AesEngine(AesKey key, Cipher cipher) {
        this.key = key;
        this.cipher = cipher;
    }

    /** NIST SP 800-38A 6.1, Electronic Codebook. */
    static AesEngine sp800_38a_6_1(AesKey key, boolean encrypting) {
        return start(key, "AES/ECB/NoPadding", encrypting, null);
    }

    /** NIST SP 800-38A 6.2, Cipher Block Chaining. */
    static AesEngine sp800_38a_6_2(AesKey key, boolean encrypting, byte[] initialVector) {
        return start(key, "AES/CBC/NoPadding", encrypting, new IvParameterSpec(initialVector));
    }

    private static AesEngine start(
            AesKey key, String mode, boolean encrypting, @Nullable IvParameterSpec parameter) {
        byte[] copy = key.copy();
        try {
            Cipher cipher = Cipher.getInstance(mode, "SunJCE");
            cipher.init(
                    encrypting ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(copy, "AES"),
                    parameter);
            return new AesEngine(key, cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES.", e);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Whole blocks in, as many out; the chain goes on. */
    byte[] apply(byte[] blocks) {
        requireKey();
        byte @Nullable [] result = cipher.update(blocks);
        return result == null ? new byte[0] : result;
    }

    /** Whole blocks in, as many out; the chain begins again at its initial vector. */
    byte[] applyLast(byte[] blocks) {
        requireKey();
        try {
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Whole blocks are never refused.", e);
        }
    }

    /** A transient key may have ended since the beginning. */
    private void requireKey() {
        if (!key.isInitialized()) {
            CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
        }
    }
}
