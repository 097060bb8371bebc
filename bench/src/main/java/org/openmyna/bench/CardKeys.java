package org.openmyna.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.kernel.NativeCrypto;

/**
 * GENERATE ASYMMETRIC KEY PAIR on a blank chip that has no pair ready, beside the provider's bare
 * generator. How long a search for primes takes is chance, so both sides take turns pair by pair,
 * many times, and the means are compared.
 */
final class CardKeys implements Benchmark {
    private static final int FEWEST = 100;
    private static final int WARM_UP = 5;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "card-keys";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        var random = new SecureRandom();
        try (var pool = new KeyPool(0, 1, random, NativeCrypto.provider());
                VirtualCard chip = VirtualCard.inMemory(pool, random)) {
            Runnable bare = new BareRsa().pair();
            Runnable generate = () -> generate(chip);
            for (int n = 0; n < WARM_UP; n++) {
                bare.run();
                generate.run();
            }
            long bareNanos = 0;
            long chipNanos = 0;
            int pairs = 0;
            long end = System.nanoTime() + 2 * time.toNanos();
            while (pairs < FEWEST || System.nanoTime() < end) {
                bareNanos += nanos(bare);
                chipNanos += nanos(generate);
                pairs++;
            }
            return List.of(
                    BenchmarkRow.atLeast(
                            0.80,
                            name(),
                            pairs * 1e9 / chipNanos,
                            "pair/s",
                            pairs * 1e9 / bareNanos,
                            "RSA-2048, made by a blank chip, a second of one thread's processor time; limit: bare generator of "
                                    + NativeCrypto.name()
                                    + "; means of "
                                    + pairs
                                    + " pairs each, chance included"));
        }
    }

    private static void generate(VirtualCard chip) {
        byte[] keyFile = {
            (byte) (JpkiFile.USER_AUTHENTICATION_KEY.id() >> 8),
            (byte) JpkiFile.USER_AUTHENTICATION_KEY.id()
        };
        chip.transmit(CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, CardApplication.JPKI.aid()).bytes());
        chip.transmit(CommandApdu.of(0x00, 0xA4, 0x02, 0x0C, keyFile).bytes());
        byte[] answer =
                chip.transmit(
                        new CommandApdu(
                                        0x00,
                                        0x47,
                                        0x00,
                                        0x00,
                                        new byte[0],
                                        CommandApdu.EXTENDED_MAXIMUM)
                                .bytes());
        if (answer.length != 272) throw new IllegalStateException("the chip made no pair");
    }

    private static long nanos(Runnable work) {
        long from = CLOCK.getCurrentThreadCpuTime();
        work.run();
        return CLOCK.getCurrentThreadCpuTime() - from;
    }
}
