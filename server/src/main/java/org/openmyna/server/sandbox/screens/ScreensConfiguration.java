package org.openmyna.server.sandbox.screens;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.server.sandbox.SandboxCalls;
import org.openmyna.server.sandbox.SandboxNeeds;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Accent;
import org.openmyna.server.web.page.PageWriter;
import org.openmyna.server.web.page.Pages;
import org.openmyna.server.web.page.Screens;
import org.openmyna.server.web.page.Service;
import org.openmyna.server.web.page.Surface;
import org.openmyna.server.web.page.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens of the sandbox beside its home. */
@Configuration(proxyBeanMethods = false)
public class ScreensConfiguration {
    private final SandboxNeeds needs;
    private final SandboxCalls calls;
    private final Pages pages;

    public ScreensConfiguration(SandboxNeeds needs, SandboxCalls calls, PageWriter writer) {
        this.needs = needs;
        this.calls = calls;
        this.pages =
                writer.of(
                        new Service(
                                Origin.SANDBOX,
                                Accent.PORTAL,
                                Surface.WEB,
                                Texts.beside(ScreensConfiguration.class)));
    }

    /** Chips on the reader rarely make new keys: the counter does that elsewhere. */
    @Bean
    Readers readers() {
        SecureRandom random = new SecureRandom();
        return new Readers(
                needs.data().resolve("cards"),
                bits -> {
                    try (var pool = new KeyPool(1, 1, random, NativeCrypto.provider())) {
                        return pool.take(bits);
                    }
                },
                random);
    }

    @Bean
    People people() {
        return new People(needs.residents(), needs.cards(), calls, needs.legalTime());
    }

    @Bean
    Shelf shelf(Readers readers) {
        return new Shelf(
                needs.cards(),
                needs.certificates(),
                readers,
                new Work(Instant::now),
                calls,
                needs.legalTime());
    }

    @Bean
    PeopleScreen peopleScreen(People people) {
        return new PeopleScreen(pages, people);
    }

    @Bean
    PersonScreen personScreen(People people, Shelf shelf) {
        return new PersonScreen(pages, people, shelf);
    }

    @Bean
    CoreRoute faceRoute(People people, Shelf shelf) {
        return new FaceRoute(people, shelf);
    }

    @Bean
    DrawerScreen drawerScreen(People people, Shelf shelf) {
        return new DrawerScreen(pages, people, shelf);
    }

    @Bean
    TimeScreen timeScreen(People people) {
        return new TimeScreen(
                pages,
                new TimeMachine(needs.legalTime(), needs.residents(), needs.cards(), people, calls),
                needs.data());
    }

    @Bean
    Screens sandboxScreens() {
        return new Screens(
                Origin.SANDBOX,
                List.of(
                        "GET /residents",
                        "GET /residents/{id}",
                        "POST /residents/{id}/card",
                        "POST /residents/{id}/insert",
                        "POST /residents/{id}/eject",
                        "GET /drawer",
                        "GET /time",
                        "POST /time/choice",
                        "POST /time/speed",
                        "GET /time/preview",
                        "POST /time",
                        "GET /time/moved"));
    }
}
