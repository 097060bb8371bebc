package org.openmyna.server.numbers;

import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;

/**
 * How a My Number follows from a resident record code: by format-preserving encryption, NIST SP
 * 800-38G FF1, so that two codes never give one number and nobody finds the code without the key.
 */
interface Derivation {
    /**
     * @param draw the tweak: 0 for a person's first number, one more for each later draw
     * @return to be used by one thread
     */
    Maker maker(int draw);

    /** Makes numbers of one draw. */
    interface Maker {
        MyNumber from(ResidentRecordCode code);
    }

    /**
     * @param key AES, 32 bytes
     */
    static Derivation ff1(byte[] key, NumberMode mode) {
        byte[] own = key.clone();
        return draw -> {
            Ff1 ff1 = new Ff1(own, draw);
            return switch (mode) {
                case SANDBOX ->
                        code ->
                                MyNumber.withCheckDigit(
                                        "9" + ff1.encrypted(code.digits().substring(0, 10)));
                case PRODUCTION -> code -> MyNumber.withCheckDigit(ff1.encrypted(code.digits()));
            };
        };
    }

    /** FF1 over decimal digits with a four-byte tweak. */
    final class Ff1 {
        private static final int RADIX = 10;

        private final FPEFF1Engine engine = new FPEFF1Engine();

        Ff1(byte[] key, int tweak) {
            byte[] octets = {
                (byte) (tweak >>> 24), (byte) (tweak >>> 16), (byte) (tweak >>> 8), (byte) tweak
            };
            engine.init(true, new FPEParameters(new KeyParameter(key), RADIX, octets));
        }

        String encrypted(String digits) {
            byte[] each = new byte[digits.length()];
            for (int n = 0; n < each.length; n++) each[n] = (byte) (digits.charAt(n) - '0');
            byte[] out = new byte[each.length];
            engine.processBlock(each, 0, each.length, out, 0);
            StringBuilder text = new StringBuilder(out.length);
            for (byte digit : out) text.append((char) ('0' + digit));
            return text.toString();
        }
    }
}
