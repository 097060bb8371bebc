package org.openmyna.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.issuer.IssuerDesk;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.kernel.Pin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code openmyna card pin set}: the municipal counter gives a PIN a new value through the issuer
 * channel; the old one need not be known.
 */
@Command(name = "set", mixinStandardHelpOptions = true)
final class CardPinSet implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CardOptions card = new CardOptions();

    @Parameters(
            paramLabel = "signature|login|form-input|residents",
            descriptionKey = "pin.set.which",
            converter = PinChoice.Converter.class,
            completionCandidates = PinChoice.Words.class)
    private PinChoice which = PinChoice.LOGIN;

    @Option(names = "--new-pin-file", paramLabel = "FILE", descriptionKey = "option.new-pin-file")
    private @Nullable String file;

    @Option(names = "--new-pin", paramLabel = "PIN", descriptionKey = "option.new-pin")
    private @Nullable String argument;

    CardPinSet(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        PinChoice.mustBeChosen(which, "pin set");
        try (var country = surroundings.country(common, authority);
                CardChannel channel = card.open(country)) {
            country.mustHaveIssued(channel);
            IssuerDesk desk = country.desk();
            try (Pin next =
                    new PinSource(voice).newPin(which.first(), argument, file, "--new-pin-file")) {
                desk.setPin(channel, which.first(), next);
            }
        }
        voice.say("pin.set.done", voice.words("pin.choice." + which.name()));
        voice.data(Map.of("set", which));
        return 0;
    }
}
