package org.openmyna.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.kernel.MyNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna card read text}: the four items 基本4情報. */
@Command(name = "text", mixinStandardHelpOptions = true)
final class CardReadText implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();
    @Mixin private PinOptions pin = new PinOptions();
    @Mixin private NumberBOptions front = new NumberBOptions();

    @Option(names = "--number", descriptionKey = "option.with-number")
    private boolean withNumber;

    CardReadText(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        if (withNumber && front.given()) {
            throw new CommandFailed(CommandError.NOT_OPENED_BY_FRONT, Map.of());
        }
        try (MyNumberCard open = card.openCard(surroundings.country(common));
                CardKey key = CardKey.of(voice, pin, null, front)) {
            key.openText(open);
            FourItemsFile items = open.profile().fourItems();
            Optional<MyNumber> number =
                    withNumber ? Optional.of(open.profile().myNumber()) : Optional.empty();
            tell(voice, items, number);
            voice.data(data(items, number));
        }
        return 0;
    }

    private static void tell(Voice voice, FourItemsFile items, Optional<MyNumber> number) {
        var table = new Table();
        table.row(voice.words("read.name"), items.name().text());
        table.row(voice.words("read.address"), items.address().text());
        table.row(voice.words("read.born"), CardValues.date(items.birthDate()));
        table.row(voice.words("read.sex"), CardValues.sex(voice, items.sex()));
        number.ifPresent(each -> {
            voice.aside("read.number.lawful");
            table.row(voice.words("read.number"), CardValues.grouped(each));
        });
        table.print(voice, "");
    }

    private static Map<String, Object> data(FourItemsFile items, Optional<MyNumber> number) {
        var data = new LinkedHashMap<String, Object>();
        data.put("name", items.name().text());
        data.put("address", items.address().text());
        data.put("birthDate", CardValues.isoDate(items.birthDate()));
        data.put("sex", items.sex().name());
        number.ifPresent(each -> data.put("myNumber", each.digits()));
        return data;
    }
}
