package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.Pin;

/**
 * Whole cards a second of processor time: all files drawn, signed, written and read back, with
 * certificates of both authorities in their ledgers on the disk. Key pairs and photo lie ready.
 */
final class CardPersonalise implements Benchmark {
    private static final double GOAL = 100;

    /**
     * Signatures: five of the municipality, two of the authorities; of the chip's five new keys,
     * two under requests and three under challenges. Verifications: those five by the chip before
     * they leave it, and by whoever asked.
     */
    private static final RsaWork WORK = new RsaWork(7, 5, 10);

    private static final int PAIRS = 32;
    private static final CardName NAME = new CardName("made");

    @Override
    public String name() {
        return "card-personalise";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        var random = new SecureRandom();
        try (var town = new SpecimenTown(random);
                var pool = new KeyPool(0, 1, random, NativeCrypto.provider());
                Pin pin = SpecimenTown.pin();
                Pin password = SpecimenTown.password()) {
            KeyPairSource pairs = new FewKeys(pool, PAIRS);
            var drawer = new CardDrawer(town.folder("cards"));
            var bare = new BareRsa();
            Turns turns =
                    Turns.of(
                            time,
                            bare.signature(),
                            bare.firstSignature(),
                            bare.verification(),
                            () -> {
                                try (var chip = VirtualCard.inMemory(pairs, random)) {
                                    town.issuer()
                                            .personalise(
                                                    chip.channel(),
                                                    town.applicant(),
                                                    pin,
                                                    password);
                                }
                            },
                            () -> {
                                drawer.make(
                                        NAME,
                                        pairs,
                                        random,
                                        blank ->
                                                town.issuer()
                                                        .personalise(
                                                                blank,
                                                                town.applicant(),
                                                                pin,
                                                                password));
                                remove(drawer);
                            });
            double limit =
                    WORK.limit(turns.rate(0).core(), turns.rate(1).core(), turns.rate(2).core());
            return List.of(
                    row(name(), "cards in memory", turns.rate(3), limit, turns),
                    row(name() + "-file", "cards in files", turns.rate(4), limit, turns));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static BenchmarkRow row(
            String name, String where, Turns.Rate rate, double limit, Turns turns) {
        return BenchmarkRow.reaching(
                GOAL,
                name,
                rate.core(),
                "card/s",
                limit,
                "%s, a second of one thread's processor time; %.0f a second elapsed, both authorities' disks waited for; limit: bare RSA-2048, %s, of %s; medians of %d turns"
                        .formatted(
                                where, rate.elapsed(), WORK, NativeCrypto.name(), turns.count()));
    }

    private static void remove(CardDrawer drawer) {
        try {
            Files.delete(drawer.image(NAME));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
