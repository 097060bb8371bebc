package org.openmyna.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openmyna.card.chip.CardName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna card eject}: takes a card, or all cards, out of the reader. */
@Command(name = "eject", mixinStandardHelpOptions = true)
final class CardEject implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 10;

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "card.eject.name")
    private String name = "";

    CardEject(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Voice voice = surroundings.voice();
        var country = surroundings.country(common);
        List<CardName> inReaders =
                (name.isEmpty() ? country.drawer().names() : List.of(new CardName(name)))
                        .stream()
                                .filter(card ->
                                        CardState.of(country, card) instanceof CardState.InReader)
                                .toList();
        if (inReaders.isEmpty()) {
            if (!name.isEmpty()) {
                throw new CommandFailed(CommandError.NOT_IN_READER, Map.of("card", name));
            }
            voice.say("card.eject.none");
        }
        for (CardName card : inReaders) {
            eject(country, card);
            voice.say("card.eject.done", card.text());
        }
        voice.data(Map.of("ejected", inReaders));
        return 0;
    }

    private static void eject(Country country, CardName card)
            throws InterruptedException, ExecutionException {
        var holder = HolderNote.read(country.drawer().noteOfHolder(card));
        if (holder.isEmpty()) return;
        var process = holder.get().handle();
        if (process.isEmpty()) return;
        process.get().destroy();
        try {
            process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            process.get().destroyForcibly(); // the image survives: the journal mends a torn write
        }
    }
}
