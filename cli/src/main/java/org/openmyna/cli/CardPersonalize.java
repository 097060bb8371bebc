package org.openmyna.cli;

import java.util.concurrent.Callable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.protocol.CardChannel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna card personalize}: writes a resident's data and keys onto a blank card. */
@Command(name = "personalize", mixinStandardHelpOptions = true)
final class CardPersonalize implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private ResidentOptions resident = new ResidentOptions();
    @Mixin private CardPinOptions pins = new CardPinOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    CardPersonalize(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var cardName = new CardName(name);
        var source = new PinSource(voice);
        try (var country = surroundings.country(common, authority);
                var chosen = pins.choose(source);
                CardChannel blank = CardOptions.named(country, cardName)) {
            var applicant = resident.applicant(country.legalTime(), source);
            boolean another = country.hasCertificates(applicant);
            IssuedCard issued = country.personalise(cardName, blank, applicant, chosen.pins());
            NewCardReport.tell(voice, country, cardName, issued, "card.personalize.done");
            if (another) voice.aside("card.new.another");
        }
        return 0;
    }
}
