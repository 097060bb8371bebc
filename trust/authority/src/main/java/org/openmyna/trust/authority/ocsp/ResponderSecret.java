package org.openmyna.trust.authority.ocsp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * What seals responder keys in the database: 32 bytes in a file that its owner alone may read,
 * AES-256-GCM with a fresh 12-byte nonce for each key. The generation and the serial of the
 * responder's certificate are authenticated with the key, so no row's key passes for another's.
 */
final class ResponderSecret {
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    private ResponderSecret(byte[] secret, SecureRandom random) {
        this.key = new SecretKeySpec(secret, "AES");
        this.random = random;
    }

    /** Reads the file; a machine that may make responders makes it once where it is missing. */
    static ResponderSecret in(Path file, boolean mayMake, SecureRandom random) {
        try {
            if (mayMake && !Files.exists(file)) {
                make(file, random);
            }
            byte[] secret = SecretFile.read(file);
            if (secret.length != BYTES) {
                throw new SecretUnusable(file.toString(), "not 32 bytes");
            }
            ResponderSecret made = new ResponderSecret(secret, random);
            Arrays.fill(secret, (byte) 0);
            return made;
        } catch (IOException missing) {
            throw new SecretUnusable(file.toString(), "missing or not readable");
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        SecretFile.writeOnce(file, secret);
        Arrays.fill(secret, (byte) 0);
    }

    byte[] seal(short generation, CertificateSerial serial, byte[] pkcs8) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, generation, serial).doFinal(pkcs8);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * @return PKCS#8, to be wiped by the caller
     * @throws ResponderKeySealed if it was sealed otherwise
     */
    byte[] open(short generation, CertificateSerial serial, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            throw new ResponderKeySealed(generation);
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, generation, serial)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException otherwise) {
            throw new ResponderKeySealed(generation);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, short generation, CertificateSerial serial)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        byte[] octets = serial.value().toByteArray();
        cipher.updateAAD(
                ByteBuffer.allocate(Short.BYTES + octets.length)
                        .putShort(generation)
                        .put(octets)
                        .flip());
        return cipher;
    }
}
