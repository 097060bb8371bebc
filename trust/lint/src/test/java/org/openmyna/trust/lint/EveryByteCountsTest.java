package org.openmyna.trust.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No byte of a certificate may change unseen, and nothing makes the linter fall over. */
class EveryByteCountsTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);

    static Stream<Draft> drafts() {
        return CleanCertificateTest.everyKindMediumAndHierarchy();
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void any_other_value_of_any_byte_is_found(Draft draft) {
        ExpectedCertificate expected = draft.expected();
        ProfileLint lint = new ProfileLint();
        assertThat(survivors(draft.build(), tbs -> lint.certificate(tbs, expected))).isEmpty();
    }

    /**
     * Each byte with each of its bits flipped and some other values, all 255 in a long run.
     *
     * @return the changes that nobody noticed
     */
    static List<String> survivors(byte[] clean, Function<byte[], List<Finding>> lint) {
        List<String> survivors = new ArrayList<>();
        Random seeded = new Random(5280);
        byte[] changed = clean.clone();
        for (int at = 0; at < clean.length; at++) {
            for (int mask : masks(seeded)) {
                changed[at] = (byte) (clean[at] ^ mask);
                if (lint.apply(changed).isEmpty()) {
                    survivors.add(at + ": " + clean[at] + " -> " + changed[at]);
                }
            }
            changed[at] = clean[at];
        }
        return survivors;
    }

    private static int[] masks(Random seeded) {
        if (LENGTH > 1) {
            return IntStream.range(1, 256).toArray();
        }
        IntStream bits = IntStream.range(0, 8).map(bit -> 1 << bit);
        return IntStream.concat(bits, seeded.ints(3, 1, 256)).toArray();
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void bytes_cut_off_added_or_moved_are_found(Draft draft) {
        byte[] tbs = draft.build();
        ExpectedCertificate expected = draft.expected();
        ProfileLint lint = new ProfileLint();
        for (int at = 0; at < tbs.length; at++) {
            assertThat(lint.certificate(Arrays.copyOf(tbs, at), expected).isEmpty()).isFalse();
            byte[] behind = Arrays.copyOfRange(tbs, at, tbs.length);
            byte[] more = Asn.join(Arrays.copyOf(tbs, at), new byte[] {0}, behind);
            assertThat(lint.certificate(more, expected).isEmpty()).isFalse();
        }
        assertThat(lint.certificate(Arrays.copyOf(tbs, tbs.length + 1), expected)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void several_changes_at_once_are_found(Draft draft) {
        byte[] clean = draft.build();
        ExpectedCertificate expected = draft.expected();
        ProfileLint lint = new ProfileLint();
        Random seeded = new Random(20_260_401);
        for (int round = 0; round < 4_000 * LENGTH; round++) {
            byte[] tbs = clean.clone();
            for (int change = seeded.nextInt(4); change >= 0; change--) {
                int at = seeded.nextInt(tbs.length);
                int from = seeded.nextInt(tbs.length);
                int length = Math.min(seeded.nextInt(12), tbs.length - Math.max(at, from));
                System.arraycopy(clean, from, tbs, at, length);
            }
            if (lint.certificate(tbs, expected).isEmpty() != Arrays.equals(tbs, clean)) {
                fail("round " + round);
            }
        }
    }
}
