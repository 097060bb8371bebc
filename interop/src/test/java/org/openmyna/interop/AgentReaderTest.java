package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.agent.AgentSettings;
import org.openmyna.agent.CardAgent;
import org.openmyna.card.chip.ReaderSlot;
import org.openqa.selenium.By;

/** The card agent with a card in a reader of PC/SC, as a citizen has it. */
class AgentReaderTest {
    @RegisterExtension final CardInReader reader = new CardInReader();
    @TempDir Path folder;

    @Test
    void a_card_in_a_reader_logs_in_and_shows_its_items() {
        OutsideProgram.CHROMIUM.mustBeHere();
        OutsideProgram.CHROMEDRIVER.mustBeHere();
        try (var platform = new AskingPlatform();
                var agent =
                        CardAgent.start(
                                AgentSettings.in(folder)
                                        .withPort(0)
                                        .withPlatforms(Set.of(platform.issuer()))
                                        .withLegalTime(InstantSource.fixed(Country.NOW)));
                var chromium = new Chromium()) {
            reader.eject();
            String request = platform.ask(claims -> claims.put("items", List.of("name")));
            chromium.open(agent.address() + "/ask?request=" + request);
            chromium.await(".om-touch");
            reader.insert();
            chromium.await("#items");
            assertThat(chromium.driver().findElement(By.tagName("main")).getText())
                    .contains(ReaderSlot.FIRST.readerName());
            chromium.driver().findElement(By.id("pin")).sendKeys(Country.PIN);
            var items = chromium.driver().findElement(By.id("items"));
            items.sendKeys(Country.PIN);
            items.submit();
            chromium.await("body:not(:has(main))");
            assertThat(platform.answers.getLast())
                    .contains("\"outcome\":\"signed\"", "\"integrity\"");
        }
    }
}
