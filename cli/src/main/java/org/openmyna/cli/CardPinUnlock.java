package org.openmyna.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.issuer.IssuerDesk;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.PinReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code openmyna card pin unlock}: the municipal counter gives a PIN or a verification number all
 * its tries again; its value stays.
 */
@Command(name = "unlock", mixinStandardHelpOptions = true)
final class CardPinUnlock implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CardOptions card = new CardOptions();

    @Parameters(
            paramLabel = "signature|login|form-input|residents|number-a|number-b|birth-date",
            descriptionKey = "pin.unlock.which",
            converter = PinChoice.Converter.class,
            completionCandidates = PinChoice.Words.class)
    private PinChoice which = PinChoice.LOGIN;

    CardPinUnlock(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority);
                CardChannel channel = card.open(country)) {
            country.mustHaveIssued(channel);
            IssuerDesk desk = country.desk();
            for (PinReference each : which.references()) desk.unlockPin(channel, each);
        }
        voice.say("pin.unlock.done", voice.words("pin.choice." + which.name()));
        voice.data(Map.of("unlocked", which));
        return 0;
    }
}
