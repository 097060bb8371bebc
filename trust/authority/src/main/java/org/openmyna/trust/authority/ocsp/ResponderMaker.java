package org.openmyna.trust.authority.ocsp;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.ResponderCertificate;
import org.openmyna.trust.profile.Validity;

/** Makes responder certificates: the CA's key signs, after the linter has seen what. */
public final class ResponderMaker {
    private static final int BITS = 2048;

    private final JpkiProfile profile;
    private final KeyVault vault;
    private final SerialSource serials;
    private final SecureRandom random;

    public ResponderMaker(
            JpkiProfile profile, KeyVault vault, SerialSource serials, SecureRandom random) {
        this.profile = profile;
        this.vault = vault;
        this.serials = serials;
        this.random = random;
    }

    ResponderRow make(Generation generation, Instant now, ResponderSecret secret) {
        KeyPair pair = pair();
        CertificateSerial serial = serials.next(generation);
        Validity validity = new Validity(now, Responder.endOfOneMade(generation, now));
        RSAPublicKey publicKey = (RSAPublicKey) pair.getPublic();
        ResponderCertificate certificate =
                profile.responder(
                        new JpkiProfile.Issuer(generation.certificate(), vault.signer(generation)),
                        new JpkiProfile.Common(serial, validity, publicKey),
                        new ResponderLint(generation, serial, validity, publicKey));
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        byte[] sealed = secret.seal(generation.id(), serial, pkcs8);
        Arrays.fill(pkcs8, (byte) 0);
        return new ResponderRow(
                generation.id(),
                serial,
                certificate.der(),
                sealed,
                validity.notBefore(),
                validity.notAfter());
    }

    private KeyPair pair() {
        try {
            KeyPairGenerator generator = NativeCrypto.keyPairs("RSA");
            generator.initialize(BITS, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
