package org.openmyna.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna card attack}: shows how the chip of a virtual card answers to an attack. */
@Command(name = "attack", mixinStandardHelpOptions = true)
final class CardAttack implements Callable<Integer> {
    /** What is done to the chip. */
    enum Way {
        GLITCH,
        SENSOR,
        CHANNEL
    }

    /** Consecutive failures of the secure channel that a chip bears. */
    private static final int CHANNEL_TRIES = 10;

    private static final byte[] SIXTEEN_WRONG_BYTES = new byte[16];

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "glitch|sensor|channel",
            descriptionKey = "card.attack.way")
    private Way way = Way.SENSOR;

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    CardAttack(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var cardName = new CardName(name);
        if (!yes) {
            throw new CommandFailed(CommandError.FINAL_WITHOUT_YES, Map.of("card", cardName));
        }
        var country = surroundings.country(common);
        try (VirtualCard card = country.card(cardName)) {
            CardChannel channel = country.heard(card.channel());
            StatusWord answer = attack(voice, card, channel);
            LifeCycle after = card.lifeCycle();
            voice.say("card.attack.answer", answer);
            voice.say(
                    after == LifeCycle.TERMINATED ? "card.attack.dead" : "card.attack.alive",
                    cardName.text());
            voice.data(
                    Voice.object(
                            "card",
                            cardName.text(),
                            "attack",
                            way,
                            "answer",
                            answer.toString(),
                            "state",
                            after));
            return after == LifeCycle.TERMINATED ? 0 : 1;
        }
    }

    private StatusWord attack(Voice voice, VirtualCard card, CardChannel channel) {
        voice.say("card.attack." + way);
        return switch (way) {
            case SENSOR -> {
                card.attack();
                yield select(channel, CardApplication.JPKI);
            }
            case GLITCH -> glitch(card, channel);
            case CHANNEL -> channel(channel);
        };
    }

    /** The form input key signs without a PIN: the attacker need not know one. */
    static StatusWord glitch(VirtualCard card, CardChannel channel) {
        select(channel, CardApplication.FORM_INPUT);
        card.glitch();
        byte[] digestInfo = DigestInfo.SHA256.ofMessage(new byte[] {1});
        return channel.transmit(new CommandApdu(0x80, 0x2A, 0x00, 0x00, digestInfo, 256))
                .statusWord();
    }

    /** INITIALIZE UPDATE, then EXTERNAL AUTHENTICATE by somebody who has not the keys. */
    private static StatusWord channel(CardChannel channel) {
        StatusWord answer = select(channel, CardApplication.ISSUER_SECURITY_DOMAIN);
        for (int attempt = 0; attempt < CHANNEL_TRIES; attempt++) {
            ResponseApdu begun =
                    channel.transmit(new CommandApdu(0x80, 0x50, 0x00, 0x00, new byte[8], 256));
            if (!begun.isOk()) return begun.statusWord();
            answer =
                    channel.transmit(CommandApdu.of(0x84, 0x82, 0x33, 0x00, SIXTEEN_WRONG_BYTES))
                            .statusWord();
        }
        return answer;
    }

    private static StatusWord select(CardChannel channel, CardApplication application) {
        return channel.transmit(CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, application.aid()))
                .statusWord();
    }
}
