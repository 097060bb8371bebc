package org.openmyna.trust.verifier;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ECDSA verification over a finished digest (FIPS 186-5 6.4.2), for the next generation of cards.
 * The signature is the DER of its two numbers (SEC 1 C.8), in their one spelling: providers also
 * take others, such as a negative number for a positive one.
 */
final class Ecdsa {
    private static final byte SEQUENCE = 0x30;
    private static final byte INTEGER = 0x02;

    private final @Nullable Provider accelerator;

    Ecdsa(Optional<Provider> accelerator) {
        this.accelerator = accelerator.orElse(null);
    }

    SignatureOutcome fips186_5_6_4_2(ECPublicKey key, byte[] digest, byte[] signature) {
        if (!sec1_C_8_isDer(signature)) return SignatureOutcome.WRONG;
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

    /** SEQUENCE of two positive INTEGERs in their shortest form, and nothing behind them. */
    private static boolean sec1_C_8_isDer(byte[] signature) {
        boolean around =
                signature.length >= 2
                        && signature[0] == SEQUENCE
                        && signature[1] == signature.length - 2;
        int second = around ? afterNumber(signature, 2) : -1;
        return second > 0 && afterNumber(signature, second) == signature.length;
    }

    /** Where the number ends, or -1 if it is none. P-384 needs one octet for each length. */
    private static int afterNumber(byte[] in, int at) {
        if (at + 3 > in.length || in[at] != INTEGER || in[at + 1] < 1) return -1;
        int first = at + 2;
        int end = first + in[at + 1];
        if (end > in.length || in[first] < 0) return -1;
        boolean longerThanNeeded = in[at + 1] > 1 && in[first] == 0 && in[first + 1] >= 0;
        return longerThanNeeded ? -1 : end;
    }
}
