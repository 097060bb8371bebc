package org.openmyna.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.IssuerDesk;
import org.openmyna.card.issuer.face.Note;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.PersonName;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna card update}: the municipal counter changes a card in use. */
@Command(name = "update", mixinStandardHelpOptions = true)
final class CardUpdate implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String card = "";

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name.new")
    private @Nullable String name;

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "option.address.new")
    private @Nullable String address;

    @Option(names = "--municipality", paramLabel = "CODE", descriptionKey = "option.municipality")
    private @Nullable String municipality;

    @Option(
            names = "--prefecture-romaji",
            paramLabel = "Okinawa-ken",
            descriptionKey = "option.romaji")
    private @Nullable String prefectureRomaji;

    @Option(
            names = "--municipality-romaji",
            paramLabel = "Naha-shi",
            descriptionKey = "option.romaji")
    private @Nullable String municipalityRomaji;

    @Option(names = "--photo", paramLabel = "FILE", descriptionKey = "option.photo")
    private @Nullable Path photo;

    @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "option.note")
    private @Nullable String note;

    @Option(names = "--renew", descriptionKey = "option.renew")
    private boolean renew;

    CardUpdate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!hasItems() && photo == null && note == null && !renew) {
            throw new CommandFailed(
                    CommandError.NOTHING_TO_DO,
                    Map.of("options", "--address, --name, --photo, --note, --renew"));
        }
        Voice voice = surroundings.voice();
        var cardName = new CardName(card);
        try (var country = surroundings.country(common, authority);
                CardChannel channel = CardOptions.named(country, cardName)) {
            IssuedCard record = country.record(channel, cardName);
            IssuerDesk desk = country.desk();
            if (hasItems()) {
                record = desk.change(channel, record, this::changed, office(record));
                country.records().write(cardName, record);
            }
            if (photo != null) {
                record = desk.newPhoto(channel, record, ResidentOptions.photo(photo));
                country.records().write(cardName, record);
            }
            if (renew) {
                record = desk.renewCertificates(channel, record);
                country.records().write(cardName, record);
            }
            if (note != null) {
                var today = LocalDate.ofInstant(country.legalTime().instant(), ValidityRule.JAPAN);
                record = record.with(new Note(today, note));
                country.records().write(cardName, record);
            }
            NewCardReport.tell(voice, country, cardName, record, "card.update.done");
        }
        return 0;
    }

    private boolean hasItems() {
        return name != null || address != null || municipality != null;
    }

    private FourItems changed(FourItems old) {
        return new FourItems(
                name == null ? old.name() : PersonName.parse(name),
                address == null ? old.address() : Address.parse(address),
                old.birthDate(),
                old.sex());
    }

    private IssuingOffice office(IssuedCard record) {
        return municipality == null
                ? record.holder().office()
                : ResidentOptions.office(municipality, prefectureRomaji, municipalityRomaji);
    }
}
