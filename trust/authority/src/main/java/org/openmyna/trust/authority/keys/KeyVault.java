package org.openmyna.trust.authority.keys;

import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.openmyna.trust.profile.ContentSignature;

/**
 * Where private keys live. They are made inside and never come out; whoever wants a signature asks
 * for a signer. A name is 1 to 64 small letters, digits and hyphens.
 *
 * <p>All methods throw {@link VaultNotReadable} (MYNA-KEY-003) if the place cannot be read or
 * written, {@link KeyUnusable} (MYNA-KEY-001) if a key does not open, and {@link KeyNameMalformed}
 * (MYNA-KEY-006) for other names.
 */
public interface KeyVault {
    boolean holds(String name);

    /**
     * Makes a key; it is durable when its public half is answered.
     *
     * @throws KeyNameTaken if there is one of this name: a key is never overwritten (MYNA-KEY-005)
     */
    PublicKey generate(String name, KeyAlgorithm algorithm);

    /**
     * Signs with a key of the vault; may be used by many threads at once.
     *
     * @throws NoSuchKey if there is none of this name (MYNA-KEY-004)
     */
    ContentSignature signer(String name);

    /**
     * @throws NoSuchKey if there is none of this name (MYNA-KEY-004)
     */
    PublicKey publicKey(String name);

    /**
     * When the key was made, by the clock of the machine that made it, to the millisecond.
     *
     * @throws NoSuchKey if there is none of this name (MYNA-KEY-004)
     */
    Instant madeAt(String name);

    /**
     * Signs with the key of a generation.
     *
     * @throws NoSuchKey if there is none of its name (MYNA-KEY-004)
     * @throws KeyOfAnotherGeneration if it is not the one its certificate names (MYNA-KEY-009)
     */
    default ContentSignature signer(Generation generation) {
        String name = generation.keyName();
        byte[] certified = generation.certificate().publicKey().getEncoded();
        if (!Arrays.equals(publicKey(name).getEncoded(), certified)) {
            throw new KeyOfAnotherGeneration(name, generation.id());
        }
        return signer(name);
    }

    /**
     * A folder for its owner alone, with one PKCS#12 file for each key; made when the first key is.
     *
     * @param password opens all of them; beside them in {@code vault.password} if none is given
     */
    static KeyVault pkcs12(Path folder, KeyStorePassword password, SecureRandom random) {
        return new Pkcs12Vault(folder, password, random);
    }
}
