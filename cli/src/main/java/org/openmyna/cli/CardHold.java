package org.openmyna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.InsertedCard;
import org.openmyna.card.chip.PcscDaemon;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.chip.VirtualReader;
import org.openmyna.card.nvm.CardMemory.Durability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The process behind {@code card insert}: holds the card in the reader until it is told to end. It
 * says one line when the reader has taken the card, and nothing afterwards.
 */
@Command(name = "hold", hidden = true, mixinStandardHelpOptions = true)
final class CardHold implements Callable<Integer> {
    /** The line that tells {@code card insert} that the card is in. */
    static final String INSERTED = "inserted ";

    static final String SURVIVE_POWER_LOSS = "--survive-power-loss";

    static final String TRACE = "--trace";

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = TRACE)
    private boolean trace;

    @Option(names = SURVIVE_POWER_LOSS)
    private boolean survivePowerLoss;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    CardHold(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var country = surroundings.country(common);
        var cardName = new CardName(name);
        Path note = country.drawer().noteOfHolder(cardName);
        Durability durability = survivePowerLoss ? Durability.POWER_LOSS : Durability.PROCESS_LOSS;
        var told = new CountDownLatch(1);
        var parted = new CountDownLatch(1);
        try (VirtualCard card = country.card(cardName, durability);
                var _ = PcscDaemon.attach();
                VirtualReader reader =
                        VirtualReader.insertWhereFree(heard(card, country), _ -> {}, PATIENCE)) {
            HolderNote.ofThisProcess(reader.readerName()).write(note);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> part(told, parted)));
            surroundings.voice().line(INSERTED + reader.readerName());
            told.await();
        } finally {
            Files.deleteIfExists(note);
            parted.countDown();
        }
        return 0;
    }

    private InsertedCard heard(VirtualCard card, Country country) {
        if (!trace) return card;
        TraceLog log = TraceLog.of(country.drawer(), new CardName(name));
        var language = surroundings.voice().language();
        var tracer = new Tracer(language, Tracer.Form.WORDS_AND_BYTES, log::add);
        return new TracedCard(card, tracer, log, country.legalTime());
    }

    /** On SIGTERM: lets the card leave the reader in order, and waits until it has. */
    private static void part(CountDownLatch told, CountDownLatch parted) {
        told.countDown();
        try {
            parted.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
