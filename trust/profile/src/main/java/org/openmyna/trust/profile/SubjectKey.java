package org.openmyna.trust.profile;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;
import org.openmyna.kernel.NativeCrypto;

/** A public key that a certificate is about: RSA-2048, or P-384 in the next generation. */
sealed interface SubjectKey permits RsaKey, P384Key {
    PublicKey key();

    /** The bits of subjectPublicKey, over which key identifiers are made. */
    byte[] subjectPublicKey();

    /** With what this key signs certificates, lists and answers. */
    SignatureAlgorithm algorithm();

    /** Reads SubjectPublicKeyInfo (RFC 5280 4.1.2.7). */
    static SubjectKey read(DerReader in) {
        DerReader info = in.sequence("subjectPublicKeyInfo");
        DerReader algorithm = info.sequence("key algorithm");
        SubjectKey key =
                switch (algorithm.oid("key algorithm")) {
                    case Oid.RSA -> RsaKey.rfc3279_2_3_1(algorithm, info);
                    case Oid.EC -> P384Key.rfc5480_2(algorithm, info);
                    default -> throw new DerFault("key algorithm: neither rsaEncryption nor P-384");
                };
        info.mustEnd("subjectPublicKeyInfo");
        return key;
    }

    /** RFC 5280 4.2.1.2 method 1: SHA-1 of the subjectPublicKey without its unused-bits octet. */
    default byte[] rfc5280_4_2_1_2_method1() {
        try {
            return MessageDigest.getInstance("SHA-1").digest(subjectPublicKey());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether this key signed the content, with its one algorithm. */
    default boolean verifies(byte[] content, byte[] signature) {
        return verifies(check -> check.update(content), signature);
    }

    /** Hands over the signed content piece by piece. */
    @FunctionalInterface
    interface Content {
        void feed(Signature check) throws SignatureException;
    }

    /** As above, for content that nobody wants in one array. */
    default boolean verifies(Content content, byte[] signature) {
        try {
            Signature check = begun();
            check.initVerify(key());
            content.feed(check);
            return check.verify(signature);
        } catch (GeneralSecurityException notEvenOfTheRightForm) {
            return false;
        }
    }

    private Signature begun() throws GeneralSecurityException {
        Optional<Provider> accelerator = NativeCrypto.provider();
        String name = algorithm().javaName();
        return accelerator.isPresent()
                ? Signature.getInstance(name, accelerator.get())
                : Signature.getInstance(name);
    }
}
