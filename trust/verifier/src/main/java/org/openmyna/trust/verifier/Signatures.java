package org.openmyna.trust.verifier;

import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Verification of one signature, by the kind of the key. */
final class Signatures {
    private final Rsassa rsassa;
    private final Ecdsa ecdsa;

    Signatures(Optional<Provider> accelerator) {
        rsassa = new Rsassa(accelerator);
        ecdsa = new Ecdsa(accelerator);
    }

    SignatureOutcome outcome(PublicKey key, SignedContent content, byte[] signature) {
        return switch (key) {
            case RSAPublicKey rsa -> rsassa.rfc8017_8_2_2(rsa, content, signature);
            case ECPublicKey ec -> ecdsa.fips186_5_6_4_2(ec, content.digest(), signature);
            default -> SignatureOutcome.WRONG;
        };
    }
}
