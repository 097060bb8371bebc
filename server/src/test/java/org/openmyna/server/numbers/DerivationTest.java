package org.openmyna.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;

/** A number follows from a code by FF1 (NIST SP 800-38G), and from nothing without the key. */
class DerivationTest {
    private static final String NIST_KEY =
            "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94";

    /** NIST's sample vectors for FF1, those with ten decimal digits. */
    @ParameterizedTest
    @CsvSource({
        "32, '', 2433477484",
        "32, 39383736353433323130, 6124200773",
        "48, '', 2830668132",
        "48, 39383736353433323130, 2496655549",
        "64, '', 6657667009",
        "64, 39383736353433323130, 1001623463"
    })
    void the_samples_of_nist_are_met(int keyDigits, String tweak, String expected)
            throws GeneralSecurityException {
        byte[] key = HexFormat.of().parseHex(NIST_KEY.substring(0, keyDigits));
        byte[] tweakBytes = HexFormat.of().parseHex(tweak);
        assertThat(sp800_38g_algorithm7(key, tweakBytes, "0123456789")).isEqualTo(expected);
        FPEFF1Engine engine = new FPEFF1Engine();
        engine.init(true, new FPEParameters(new KeyParameter(key), 10, tweakBytes));
        byte[] digits = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        byte[] out = new byte[10];
        engine.processBlock(digits, 0, 10, out, 0);
        StringBuilder text = new StringBuilder();
        for (byte digit : out) text.append(digit);
        assertThat(text).hasToString(expected);
    }

    @Test
    void every_number_is_what_the_standard_computes_step_by_step() throws GeneralSecurityException {
        Random chance = new Random(71);
        for (int n = 0; n < 500; n++) {
            byte[] key = new byte[32];
            chance.nextBytes(key);
            int draw = n % 3 == 0 ? 0 : chance.nextInt(Integer.MAX_VALUE);
            byte[] tweak = ByteBuffer.allocate(4).putInt(draw).array();
            ResidentRecordCode code = Keeper.codes(n, 1).getFirst();
            assertThat(number(key, NumberMode.SANDBOX, draw, code).digits().substring(0, 11))
                    .isEqualTo(
                            "9" + sp800_38g_algorithm7(key, tweak, code.digits().substring(0, 10)));
            assertThat(number(key, NumberMode.PRODUCTION, draw, code).digits().substring(0, 11))
                    .isEqualTo(sp800_38g_algorithm7(key, tweak, code.digits()));
        }
    }

    @ParameterizedTest
    @EnumSource(NumberMode.class)
    void two_codes_never_give_one_number(NumberMode mode) {
        byte[] key = new byte[32];
        new Random(72).nextBytes(key);
        Derivation.Maker maker = Derivation.ff1(key, mode).maker(0);
        List<ResidentRecordCode> codes = Keeper.codes(73, 50_000);
        Set<MyNumber> numbers = new HashSet<>();
        codes.forEach(code -> numbers.add(maker.from(code)));
        assertThat(numbers).hasSameSizeAs(codes);
        assertThat(numbers).allMatch(number -> MyNumber.parse(number.digits()).equals(number));
    }

    @Test
    void a_number_leads_back_to_its_code_with_the_key_and_with_no_other() {
        byte[] key = new byte[32];
        new Random(74).nextBytes(key);
        for (ResidentRecordCode code : Keeper.codes(75, 300)) {
            String ten = number(key, NumberMode.SANDBOX, 4, code).digits().substring(1, 11);
            assertThat(decrypted(key, 4, ten)).isEqualTo(code.digits().substring(0, 10));
            for (int bit = 0; bit < 256; bit += 31) {
                byte[] other = key.clone();
                other[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(decrypted(other, 4, ten)).isNotEqualTo(code.digits().substring(0, 10));
            }
            assertThat(decrypted(key, 5, ten)).isNotEqualTo(code.digits().substring(0, 10));
        }
    }

    @Test
    void test_numbers_begin_with_nine_and_those_of_a_production_with_any_digit() {
        byte[] key = new byte[32];
        Set<Character> first = new HashSet<>();
        for (ResidentRecordCode code : Keeper.codes(76, 500)) {
            assertThat(number(key, NumberMode.SANDBOX, 0, code).digits()).startsWith("9");
            first.add(number(key, NumberMode.PRODUCTION, 0, code).digits().charAt(0));
        }
        assertThat(first).hasSize(10);
    }

    private static MyNumber number(byte[] key, NumberMode mode, int draw, ResidentRecordCode code) {
        return Derivation.ff1(key, mode).maker(draw).from(code);
    }

    private static String decrypted(byte[] key, int draw, String ten) {
        FPEFF1Engine engine = new FPEFF1Engine();
        byte[] tweak = ByteBuffer.allocate(4).putInt(draw).array();
        engine.init(false, new FPEParameters(new KeyParameter(key), 10, tweak));
        byte[] digits = new byte[10];
        for (int n = 0; n < 10; n++) digits[n] = (byte) (ten.charAt(n) - '0');
        byte[] out = new byte[10];
        engine.processBlock(digits, 0, 10, out, 0);
        StringBuilder text = new StringBuilder();
        for (byte digit : out) text.append(digit);
        return text.toString();
    }

    /** SP 800-38G, algorithm 7 FF1.Encrypt for radix 10, written after the steps of the text. */
    private static String sp800_38g_algorithm7(byte[] key, byte[] tweak, String digits)
            throws GeneralSecurityException {
        int n = digits.length();
        int u = n / 2;
        int v = n - u;
        String a = digits.substring(0, u);
        String b = digits.substring(u);
        int length = (int) Math.ceil(Math.ceil(v * (Math.log(10) / Math.log(2))) / 8);
        int d = 4 * (int) Math.ceil(length / 4.0) + 4;
        byte[] p =
                ByteBuffer.allocate(16)
                        .put(new byte[] {1, 2, 1, 0, 0, 10, 10, (byte) u})
                        .putInt(n)
                        .putInt(tweak.length)
                        .array();
        for (int round = 0; round <= 9; round++) {
            int zeros = Math.floorMod(-tweak.length - length - 1, 16);
            byte[] q = new byte[tweak.length + zeros + 1 + length];
            System.arraycopy(tweak, 0, q, 0, tweak.length);
            q[tweak.length + zeros] = (byte) round;
            byte[] numB = new BigInteger(b).toByteArray();
            int from = Math.max(0, numB.length - length);
            int count = numB.length - from;
            System.arraycopy(numB, from, q, q.length - count, count);
            byte[] r = prf(key, p, q);
            BigInteger y = new BigInteger(1, Arrays.copyOf(r, d));
            int m = round % 2 == 0 ? u : v;
            BigInteger c = new BigInteger(a).add(y).mod(BigInteger.TEN.pow(m));
            a = b;
            b = ("0".repeat(m) + c).substring(c.toString().length());
        }
        return a + b;
    }

    /** Algorithm 6 PRF: CBC-MAC. */
    private static byte[] prf(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] y = new byte[16];
        for (byte[] part : parts) {
            for (int at = 0; at < part.length; at += 16) {
                for (int n = 0; n < 16; n++) y[n] ^= part[at + n];
                y = aes.doFinal(y);
            }
        }
        return y;
    }
}
