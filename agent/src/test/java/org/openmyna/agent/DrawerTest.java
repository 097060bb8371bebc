package org.openmyna.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.chip.PcscDaemon;

/** Where PC/SC has no virtual reader, the cards of the drawer are there without one. */
class DrawerTest {
    @TempDir private Path data;

    @Test
    void a_card_of_the_drawer_logs_in_without_any_reader() {
        assumeFalse(PcscDaemon.answers(), "this machine has readers");
        try (var platform = new TestPlatform(Town.NOW);
                var agent =
                        CardAgent.start(
                                AgentSettings.in(data)
                                        .withPort(0)
                                        .withPlatforms(Set.of(platform.issuer()))
                                        .withLegalTime(() -> Town.NOW)
                                        .withRealTime(() -> Town.NOW))) {
            var browser = new Browser(agent);
            assertThat(browser.ask(platform.ask()).html()).contains("カードリーダーがありません");
            Town.get().layCard(data, "ichiro");
            assertThat(browser.get("/talk").html()).contains("引き出しのカード「ichiro」", "あと3回");
            Town.get().layCard(data, "jiro");
            assertThat(browser.get("/talk").html()).contains("どのカードを使いますか");
            browser.submit("/talk/choose", "card", "drawer ichiro");
            assertThat(browser.submit("/talk/login", "pin", "0000").html()).contains("あと2回");
            assertThat(browser.submit("/talk/login", "pin", Town.PIN).location())
                    .contains("/back?return_code=");
        }
    }
}
