package org.openmyna.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.trust.profile.JpkiCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna card show}: all that one card tells without a PIN. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class CardShow implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    CardShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var country = surroundings.country(common);
        var cardName = new CardName(name);
        CardState state = CardState.of(country, cardName);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("card", cardName.text());
        data.put("state", state.word());
        data.put("image", country.drawer().image(cardName));
        voice.say("card.list.row", cardName.text(), voice.words("card.state." + state.word()));
        voice.say("card.show.image", country.drawer().image(cardName));
        switch (state) {
            case CardState.InDrawer(LifeCycle lifeCycle) when lifeCycle == LifeCycle.PERSONALISED ->
                    showJpki(voice, country, cardName, data);
            case CardState.InReader(HolderNote holder) -> {
                voice.say("card.show.in-reader", holder.reader());
                data.put("reader", holder.reader());
            }
            case CardState.InDrawer _, CardState.Busy _, CardState.Damaged _ -> {}
        }
        voice.data(data);
        return 0;
    }

    private static void showJpki(
            Voice voice, Country country, CardName name, Map<String, Object> data) {
        try (VirtualCard card = country.card(name)) {
            JpkiClient jpki = JpkiClient.select(card.channel());
            var certificate = JpkiCertificate.parse(jpki.certificate(JpkiKey.USER_AUTHENTICATION));
            data.put(CertificateView.key(certificate), CertificateView.of(certificate));
            var table = new Table();
            CertificateView.row(voice, table, certificate);
            MyNumberCard.over(card.channel())
                    .tries()
                    .forEach((reference, tries) ->
                            table.row(
                                    voice.words("pin." + reference.name()),
                                    PinAnswer.words(voice, tries)));
            table.print(voice, "  ");
        }
    }
}
