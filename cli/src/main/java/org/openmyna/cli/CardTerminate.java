package org.openmyna.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.trust.profile.RevocationReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna card terminate}: the municipal counter ends a card and its certificates. */
@Command(name = "terminate", mixinStandardHelpOptions = true)
final class CardTerminate implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    CardTerminate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var cardName = new CardName(name);
        if (!yes) {
            throw new CommandFailed(CommandError.FINAL_WITHOUT_YES, Map.of("card", cardName));
        }
        try (var country = surroundings.country(common, authority);
                CardChannel channel = CardOptions.named(country, cardName)) {
            IssuedCard record = country.record(channel, cardName);
            country.desk().terminate(channel, record, RevocationReason.CESSATION_OF_OPERATION);
        }
        voice.say("card.terminate.done", cardName.text());
        voice.data(Voice.object("card", cardName.text(), "state", "terminated"));
        return 0;
    }
}
