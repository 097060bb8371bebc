package org.openmyna.cli;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.TokenInfo;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
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
        Voice voice = surroundings.voice();
        var country = surroundings.country(common);
        try (CardChannel channel = card.open(country)) {
            JpkiClient jpki = JpkiClient.select(channel);
            TokenInfo token = jpki.tokenInfo();
            voice.say("card.status.token", token.label(), token.serialNumber());
            Map<String, Object> tries = new LinkedHashMap<>();
            for (JpkiKey key : JpkiKey.values()) {
                int left = jpki.triesLeft(key);
                String pin = voice.words("pin." + key.name());
                if (left == 0) voice.say("card.status.locked", pin);
                else voice.say("card.status.tries", pin, left, key.tryLimit());
                tries.put(
                        key == JpkiKey.SIGNATURE ? "signature" : "userAuthentication",
                        Map.of("left", left, "limit", key.tryLimit()));
            }
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("label", token.label());
            data.put("serial", token.serialNumber());
            data.put("atr", HexFormat.of().withUpperCase().formatHex(channel.atr()));
            data.put("tries", tries);
            voice.data(data);
        }
        return 0;
    }
}
