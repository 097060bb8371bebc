package org.openmyna.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.Pin;

/** The complete authenticity check, opened by PIN, beside the RSA that it cannot do without. */
final class CardCheck implements Benchmark {
    /**
     * The chip signs two challenges, and checks both before they leave it; the reader checks two
     * certificates, four files and two answers.
     */
    private static final RsaWork WORK = new RsaWork(2, 0, 10);

    @Override
    public String name() {
        return "card-check";
    }

    @Override
    public String group() {
        return "card";
    }

    @Override
    public List<BenchmarkRow> run(Duration time) {
        try (var specimen = new SpecimenCard();
                VirtualCard card = specimen.open();
                Pin pin = SpecimenTown.pin()) {
            CardChannel channel = card.channel();
            TrustedCvAuthorities trusted = specimen.trusted();
            var random = new SecureRandom();
            var bare = new BareRsa();
            Turns turns =
                    Turns.of(
                            time,
                            bare.signature(),
                            bare.verification(),
                            () -> check(channel, trusted, pin, random));
            double limit = WORK.limit(turns.rate(0).elapsed(), 0, turns.rate(1).elapsed());
            return List.of(
                    BenchmarkRow.atLeast(
                            0.60,
                            name(),
                            turns.rate(2).elapsed(),
                            "check/s",
                            limit,
                            "one thread, opened by PIN, all that it opens; limit: bare RSA-2048, "
                                    + WORK
                                    + ", of "
                                    + NativeCrypto.name()
                                    + "; medians of "
                                    + turns.count()
                                    + " turns"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void check(
            CardChannel channel, TrustedCvAuthorities trusted, Pin pin, SecureRandom random) {
        Authenticity found =
                MyNumberCard.over(channel)
                        .checkAuthenticity(trusted, new Opening.ByPin(pin), LastTry.KEEP, random);
        if (!(found instanceof Authenticity.Genuine)) throw new IllegalStateException("a forgery");
    }
}
