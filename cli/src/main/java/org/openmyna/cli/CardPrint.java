package org.openmyna.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.face.BirthDateStyle;
import org.openmyna.card.issuer.face.CardFacePrint;
import org.openmyna.card.protocol.CardChannel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code openmyna card print}: what is printed on the plastic, as SVG or PDF with TEST marks. It
 * comes from the issuer's record: the chip has no text of security code and notes.
 */
@Command(name = "print", mixinStandardHelpOptions = true)
final class CardPrint implements Callable<Integer> {
    /** Which side of the card. */
    enum Side {
        FRONT,
        BACK
    }

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.svg|FILE.pdf|DIR",
            required = true,
            descriptionKey = "option.print.out")
    private Path out = Path.of("");

    @Option(names = "--side", paramLabel = "front|back", descriptionKey = "option.print.side")
    private @Nullable Side side;

    @Option(names = "--public", descriptionKey = "option.print.public")
    private boolean forPublic;

    @Option(names = "--western-date", descriptionKey = "option.print.western")
    private boolean western;

    @Option(
            names = "--municipality-name",
            paramLabel = "NAME",
            descriptionKey = "option.print.municipality")
    private @Nullable String municipality;

    CardPrint(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        CardFacePrint print = print(record());
        List<Path> files = new ArrayList<>();
        String file = out.toString().toLowerCase(Locale.ROOT);
        if (file.endsWith(".pdf")) {
            files.add(written(out, print.pdf()));
        } else if (file.endsWith(".svg")) {
            files.add(written(out, utf8(side == Side.BACK ? print.backSvg() : print.frontSvg())));
        } else {
            Path folder = OutputFile.folder(out);
            if (side != Side.BACK) {
                files.add(written(folder.resolve("front.svg"), utf8(print.frontSvg())));
            }
            if (side != Side.FRONT) {
                files.add(written(folder.resolve("back.svg"), utf8(print.backSvg())));
            }
            if (side == null) files.add(written(folder.resolve("card.pdf"), print.pdf()));
        }
        files.forEach(each -> voice.say("card.print.done", each));
        List<String> missing = print.missing();
        if (!missing.isEmpty()) voice.aside("card.print.missing", String.join(" ", missing));
        voice.data(Voice.object("files", files, "missing", missing));
        return 0;
    }

    private IssuedCard record() {
        var cardName = new CardName(name);
        try (var country = surroundings.country(common);
                CardChannel card = CardOptions.named(country, cardName)) {
            return country.record(card, cardName);
        }
    }

    private CardFacePrint print(IssuedCard record) {
        var style = western ? BirthDateStyle.WESTERN : BirthDateStyle.ERA;
        String office = municipality != null ? municipality : MunicipalityNames.of(record.holder());
        CardFacePrint.Data data = record.face(office, style);
        return forPublic ? CardFacePrint.forPublicPicture(data) : CardFacePrint.of(data);
    }

    private static Path written(Path file, byte[] content) {
        OutputFile.write(file, content);
        return file;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
