package org.openmyna.trust.verifier;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ECDSA verification over a finished digest (FIPS 186-5 6.4.2), for the next generation of cards.
 * The signature is the DER of its two numbers (SEC 1 C.5); the provider reads it.
 */
final class Ecdsa {
    private final @Nullable Provider accelerator;

    Ecdsa(Optional<Provider> accelerator) {
        this.accelerator = accelerator.orElse(null);
    }

    SignatureOutcome fips186_5_6_4_2(ECPublicKey key, byte[] digest, byte[] signature) {
        try {
            Signature check =
                    accelerator == null
                            ? Signature.getInstance("NONEwithECDSA")
                            : Signature.getInstance("NONEwithECDSA", accelerator);
            check.initVerify(key);
            check.update(digest);
            return check.verify(signature) ? SignatureOutcome.FITS : SignatureOutcome.WRONG;
        } catch (GeneralSecurityException notEvenOfTheRightForm) {
            return SignatureOutcome.WRONG;
        }
    }
}
