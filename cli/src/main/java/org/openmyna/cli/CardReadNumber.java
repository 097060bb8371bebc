package org.openmyna.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.kernel.MyNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna card read number}: the My Number 個人番号. */
@Command(name = "number", mixinStandardHelpOptions = true)
final class CardReadNumber implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();
    @Mixin private PinOptions pin = new PinOptions();
    @Mixin private NumberAOptions number = new NumberAOptions();

    CardReadNumber(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (MyNumberCard open = card.openCard(surroundings.country(common));
                CardKey key = CardKey.of(voice, pin, number, null)) {
            key.openText(open);
            MyNumber read = open.profile().myNumber();
            voice.aside("read.number.lawful");
            voice.line(read.digits());
            voice.data(Map.of("myNumber", read.digits()));
        }
        return 0;
    }
}
