package org.openmyna.interop;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openmyna.agent.AgentSettings;
import org.openmyna.agent.CardAgent;
import org.openmyna.agent.card.CardPlace;
import org.openmyna.agent.card.CardTable;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.kernel.Pin;
import org.openqa.selenium.By;

/** An agent with cards that a test lays down, a platform that asks, and a browser between them. */
final class AgentStage implements BeforeAllCallback, AfterAllCallback {
    /** Cards without a reader. */
    private static final class Table implements CardTable {
        private final Map<CardPlace, VirtualCard> cards = new LinkedHashMap<>();
        private boolean reader = true;

        @Override
        public synchronized Lying look() {
            return new Lying(reader, List.copyOf(new ArrayList<>(cards.keySet())));
        }

        @Override
        public synchronized CardChannel open(CardPlace place) {
            VirtualCard card = cards.get(place);
            if (card == null) throw new CardConnectionLost("nothing lies there", null);
            card.powerOn();
            return card.channel();
        }

        synchronized void clear(boolean withReader) {
            cards.clear();
            reader = withReader;
        }

        synchronized void lay(String name, VirtualCard card) {
            cards.put(new CardPlace.Reader(name), card);
        }
    }

    private final Table table = new Table();
    private @Nullable Country country;
    private @Nullable AskingPlatform platform;
    private @Nullable CardAgent agent;
    private @Nullable Chromium chromium;
    private @Nullable Specimen fresh;
    private @Nullable Specimen spent;

    AskingPlatform platform() {
        return requireNonNull(platform);
    }

    Chromium chromium() {
        return requireNonNull(chromium);
    }

    String address(String path) {
        return requireNonNull(agent).address() + path;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        OutsideProgram.CHROMIUM.mustBeHere();
        OutsideProgram.CHROMEDRIVER.mustBeHere();
        country = Country.of(context);
        platform = new AskingPlatform();
        agent =
                CardAgent.start(
                        AgentSettings.in(folder())
                                .withPort(0)
                                .withPlatforms(Set.of(platform.issuer()))
                                .withLegalTime(InstantSource.fixed(Country.NOW)),
                        table);
        chromium = new Chromium();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("openmyna-agent");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) chromium.close();
        if (agent != null) agent.close();
        if (platform != null) platform.close();
        if (fresh != null) fresh.close();
        if (spent != null) spent.close();
    }

    /** Ends what is under way and takes all cards away. */
    void clear(boolean reader) {
        chromium().open(address("/talk"));
        if (chromium().has("cancel")) {
            chromium().driver().findElement(By.id("cancel")).click();
            chromium().await("body:not(:has(#cancel))");
        }
        table.clear(reader);
    }

    /** A card with all its tries. */
    void lay(String name) {
        if (fresh == null) fresh = requireNonNull(country).newCard();
        table.lay(name, fresh.card());
    }

    /** A card whose login PIN was typed wrong so often that this many tries are left. */
    void laySpent(int left) {
        if (spent != null) spent.close();
        spent = requireNonNull(country).newCard();
        table.lay("Reader 0", spent.card());
        try (CardChannel channel = opened(spent.card())) {
            var jpki = JpkiClient.select(channel);
            for (int n = 3; n > left; n--) {
                try (var wrong = Pin.fourDigits("0000".toCharArray())) {
                    var unused =
                            jpki.verify(JpkiKey.USER_AUTHENTICATION, wrong, LastTry.MAY_BE_SPENT);
                }
            }
        }
    }

    private static CardChannel opened(VirtualCard card) {
        card.powerOn();
        return card.channel();
    }

    /** The browser comes with a request, as from the platform. */
    void ask(Consumer<Map<String, Object>> change) {
        chromium().open(address("/ask?request=" + platform().ask(change)));
        // the page of the request follows the one that opens it
        chromium().await(".om-dialog:not(:has(a.om-button))");
        chromium().loaded();
    }
}
