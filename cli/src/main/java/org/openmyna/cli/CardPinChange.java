package org.openmyna.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.PinChange;
import org.openmyna.kernel.Pin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna card pin change}: the holder sets a new PIN, knowing the old one. */
@Command(name = "change", mixinStandardHelpOptions = true)
final class CardPinChange implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();

    @Parameters(
            paramLabel = "signature|login|form-input|residents",
            descriptionKey = "pin.change.which",
            converter = PinChoice.Converter.class,
            completionCandidates = PinChoice.Words.class)
    private PinChoice which = PinChoice.LOGIN;

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "option.old-pin-file")
    private @Nullable String file;

    @Option(names = "--pin", paramLabel = "PIN", descriptionKey = "option.old-pin")
    private @Nullable String argument;

    @Option(names = "--new-pin-file", paramLabel = "FILE", descriptionKey = "option.new-pin-file")
    private @Nullable String newFile;

    @Option(names = "--new-pin", paramLabel = "PIN", descriptionKey = "option.new-pin")
    private @Nullable String newArgument;

    @Option(names = "--last-try", descriptionKey = "option.last-try")
    private boolean lastTry;

    CardPinChange(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PinChoice.mustBeChosen(which, "pin change");
        Voice voice = surroundings.voice();
        var pins = new PinSource(voice);
        try (MyNumberCard open = card.openCard(surroundings.country(common))) {
            for (PinReference each : which.references()) {
                PinAnswer.tellTries(voice, each, open.tries(each));
            }
            try (Pin present = pins.pin(which.first(), argument, file, "--pin-file");
                    Pin next = pins.newPin(which.first(), newArgument, newFile, "--new-pin-file")) {
                judge(voice, change(open, present, next));
            }
        }
        voice.say("pin.change.done", voice.words("pin.choice." + which.name()));
        voice.data(Map.of("changed", which));
        return 0;
    }

    private PinChange change(MyNumberCard open, Pin present, Pin next) {
        LastTry spending = PinAnswer.spending(lastTry);
        return which == PinChoice.RESIDENTS
                ? open.changeCardPins(present, next, spending)
                : open.changePin(which.first(), present, next, spending);
    }

    private static void judge(Voice voice, PinChange outcome) {
        switch (outcome) {
            case PinChange.Changed() -> {}
            case PinChange.NotVerified(PinReference reference, var check) ->
                    PinAnswer.mustBeAccepted(reference, check);
            case PinChange.HalfChanged(PinReference changed, PinReference unchanged, String why) ->
                    throw new CommandFailed(
                            CommandError.PINS_HALF_CHANGED,
                            Map.of(
                                    "changed",
                                    voice.words("pin." + changed.name()),
                                    "unchanged",
                                    voice.words("pin." + unchanged.name()),
                                    "why",
                                    why));
        }
    }
}
