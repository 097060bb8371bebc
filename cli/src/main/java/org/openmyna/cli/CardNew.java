package org.openmyna.cli;

import java.util.concurrent.Callable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna card new}: makes a card, and on the first call the authorities too. */
@Command(name = "new", mixinStandardHelpOptions = true)
final class CardNew implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private ResidentOptions resident = new ResidentOptions();
    @Mixin private CardPinOptions pins = new CardPinOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    @Option(names = "--blank", descriptionKey = "option.blank")
    private boolean blank;

    CardNew(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var cardName = new CardName(name);
        try (var country = surroundings.country(common, authority)) {
            if (blank) {
                makeBlank(voice, country, cardName);
                return 0;
            }
            var source = new PinSource(voice);
            try (var chosen = pins.choose(source)) {
                var applicant = resident.applicant(country.legalTime(), source);
                boolean another = country.hasCertificates(applicant);
                IssuedCard issued = country.makeCard(cardName, applicant, chosen.pins());
                NewCardReport.tell(voice, country, cardName, issued, "card.new.done");
                if (another) voice.aside("card.new.another");
            }
        }
        return 0;
    }

    private static void makeBlank(Voice voice, Country country, CardName name) {
        country.makeBlank(name);
        String image = country.drawer().image(name).toString();
        voice.say("card.new.blank", name.text(), image);
        voice.data(Voice.object("card", name.text(), "image", image, "state", "blank"));
    }
}
