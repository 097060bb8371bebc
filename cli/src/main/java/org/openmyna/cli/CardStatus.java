package org.openmyna.cli;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFileMalformed;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.card.reader.ApplicationMissing;
import org.openmyna.card.reader.CardTerminated;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Tries;
import org.openmyna.kernel.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna card status}: what kind of card it is and how many tries each PIN has left. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class CardStatus implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();

    CardStatus(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var country = surroundings.country(common);
        try (CardChannel channel = card.open(country)) {
            Optional<LifeCycle> lifeCycle = CardOptions.lifeCycle(channel);
            if (lifeCycle.equals(Optional.of(LifeCycle.BLANK))) return blank(channel);
            return personalised(channel, MyNumberCard.over(channel));
        } catch (CardTerminated dead) {
            return terminated(dead);
        }
    }

    private int personalised(CardChannel channel, MyNumberCard card) {
        Voice voice = surroundings.voice();
        Map<PinReference, Tries> tries = card.tries();
        if (isBlank(card, tries)) return blank(channel);
        TokenInfo token = card.jpki().tokenInfo();
        voice.say("card.status.token", kind(voice, token), token.label(), token.serialNumber());
        var table = new Table();
        Map<String, Object> counts = new LinkedHashMap<>();
        tries.forEach((reference, left) -> {
            table.row(voice.words("pin." + reference.name()), PinAnswer.words(voice, left));
            counts.put(camelCase(reference), PinAnswer.data(left));
        });
        table.print(voice, "  ");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lifeCycle", word(LifeCycle.PERSONALISED));
        data.put("label", token.label());
        data.put("serial", token.serialNumber());
        data.put("atr", HexFormat.of().withUpperCase().formatHex(channel.atr()));
        data.put("tries", counts);
        voice.data(data);
        return 0;
    }

    private int blank(CardChannel channel) {
        Voice voice = surroundings.voice();
        voice.say("card.status.blank");
        voice.data(
                Voice.object(
                        "lifeCycle",
                        word(LifeCycle.BLANK),
                        "atr",
                        HexFormat.of().withUpperCase().formatHex(channel.atr())));
        return 0;
    }

    private int terminated(CardTerminated dead) {
        Voice voice = surroundings.voice();
        voice.say("card.status.terminated");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lifeCycle", word(LifeCycle.TERMINATED));
        data.put("code", dead.errorCode().code());
        data.put("ja", dead.text(Language.JAPANESE));
        data.put("en", dead.text(Language.ENGLISH));
        voice.data(data);
        return 1;
    }

    /** As far as a reader can see it: nothing was set, and the card has no number. */
    private static boolean isBlank(MyNumberCard card, Map<PinReference, Tries> tries) {
        boolean anySet = tries.values().stream().anyMatch(each -> each instanceof Tries.Left);
        if (anySet) return false;
        try {
            return card.common().serial().isEmpty();
        } catch (CardFileMalformed unwritten) {
            return true;
        } catch (ApplicationMissing old) {
            return false;
        }
    }

    private static String kind(Voice voice, TokenInfo token) {
        boolean real = token.label().equals(TokenInfo.MY_NUMBER_CARD);
        return voice.words(real ? "card.kind.my-number" : "card.kind.other");
    }

    private static String word(LifeCycle lifeCycle) {
        return lifeCycle.name().toLowerCase(Locale.ROOT);
    }

    private static String camelCase(PinReference reference) {
        String[] words = reference.name().split("_", -1);
        var text = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
        for (int at = 1; at < words.length; at++) {
            text.append(words[at].charAt(0))
                    .append(words[at].substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
