package org.openmyna.card.issuer.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.openmyna.kernel.NativeCrypto;

/**
 * Private keys on disk: EncryptedPrivateKeyInfo (RFC 5958, PBES2 with AES-256), one file each,
 * under the password that lies beside them. {@code openssl pkcs8 -inform DER -in FILE -passin
 * file:password} opens one.
 */
final class Safe {
    static final String PASSWORD = "password";

    private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";

    /** The password is 256 random bits: stretching it would add nothing. */
    private static final int ITERATIONS = 10_000;

    private static final int DRAWN_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int BITS = 2048;

    private final LockedFolder folder;
    private final SecureRandom random;

    Safe(LockedFolder folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    void drawPassword() throws IOException {
        byte[] drawn = new byte[DRAWN_BYTES];
        random.nextBytes(drawn);
        byte[] text = Base64.getEncoder().encode(drawn);
        Arrays.fill(drawn, (byte) 0);
        try {
            OwnerOnly.write(folder.file(PASSWORD), text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Makes an RSA-2048 key; it is on the disk before anybody has it. */
    KeyPair makeKey(String name) throws IOException {
        try {
            KeyPairGenerator generator = NativeCrypto.keyPairs("RSA");
            generator.initialize(BITS, random);
            KeyPair pair = generator.generateKeyPair();
            store(name, pair.getPrivate().getEncoded());
            return pair;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * @throws IssuerKeysUnusable if the file is damaged or the password another (MYNA-ISS-013)
     */
    KeyPair loadKey(String name) throws IOException {
        byte[] pkcs8 = load(name);
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var itsPublic = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new KeyPair(rsa.generatePublic(itsPublic), key);
        } catch (GeneralSecurityException | ClassCastException noRsaKey) {
            throw new IssuerKeysUnusable(folder.file(name).toString(), "no RSA key inside");
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private void store(String name, byte[] plain) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        byte[] start = new byte[SALT_BYTES];
        random.nextBytes(salt);
        random.nextBytes(start);
        var choice = new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(start));
        try {
            Cipher cipher = Cipher.getInstance(SCHEME);
            cipher.init(Cipher.ENCRYPT_MODE, passwordKey(), choice);
            byte[] secret = cipher.doFinal(plain);
            AlgorithmParameters written = AlgorithmParameters.getInstance("PBES2");
            written.init(cipher.getParameters().getEncoded());
            OwnerOnly.write(
                    folder.file(name), new EncryptedPrivateKeyInfo(written, secret).getEncoded());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] load(String name) throws IOException {
        byte[] content = OwnerOnly.read(folder.file(name));
        try {
            var info = new EncryptedPrivateKeyInfo(content);
            Cipher cipher = Cipher.getInstance(SCHEME);
            cipher.init(Cipher.DECRYPT_MODE, passwordKey(), info.getAlgParameters());
            return cipher.doFinal(info.getEncryptedData());
        } catch (GeneralSecurityException | IOException wrong) {
            // both are what a wrong password, a broken file and a foreign format look like
            throw new IssuerKeysUnusable(
                    folder.file(name).toString(), "wrong password or broken file");
        }
    }

    private SecretKey passwordKey() throws IOException, GeneralSecurityException {
        char[] password = password();
        var spec = new PBEKeySpec(password);
        try {
            return SecretKeyFactory.getInstance(SCHEME).generateSecret(spec);
        } finally {
            spec.clearPassword();
            Arrays.fill(password, '\0');
        }
    }

    /** The caller wipes it. */
    char[] password() throws IOException {
        byte[] content = OwnerOnly.read(folder.file(PASSWORD));
        CharBuffer text = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(content));
        char[] password = new char[text.remaining()];
        text.get(password);
        Arrays.fill(content, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return password;
    }
}
