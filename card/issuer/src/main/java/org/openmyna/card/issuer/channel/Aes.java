package org.openmyna.card.issuer.channel;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES as every Java has it; nothing here can fail with a key of a legal length. */
final class Aes {
    static final int BLOCK = 16;

    private Aes() {}

    static Cipher blocks(byte[] key) {
        return cipher("AES/ECB/NoPadding", Cipher.ENCRYPT_MODE, key, null);
    }

    static byte[] encryptBlock(byte[] key, byte[] block) {
        return run(blocks(key), block);
    }

    static byte[] encryptCbc(byte[] key, byte[] start, byte[] plain) {
        var iv = new IvParameterSpec(start);
        return run(cipher("AES/CBC/NoPadding", Cipher.ENCRYPT_MODE, key, iv), plain);
    }

    static byte[] decryptCbc(byte[] key, byte[] start, byte[] secret) {
        var iv = new IvParameterSpec(start);
        return run(cipher("AES/CBC/NoPadding", Cipher.DECRYPT_MODE, key, iv), secret);
    }

    static byte[] run(Cipher cipher, byte[] input) {
        try {
            return cipher.doFinal(input);
        } catch (GeneralSecurityException notWholeBlocks) {
            throw new IllegalArgumentException(notWholeBlocks);
        }
    }

    private static Cipher cipher(
            String form, int mode, byte[] key, @Nullable AlgorithmParameterSpec start) {
        try {
            Cipher cipher = Cipher.getInstance(form);
            cipher.init(mode, new SecretKeySpec(key, "AES"), start);
            return cipher;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
