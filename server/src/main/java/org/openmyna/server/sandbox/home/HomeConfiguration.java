package org.openmyna.server.sandbox.home;

import java.util.List;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Accent;
import org.openmyna.server.web.page.PageWriter;
import org.openmyna.server.web.page.Screens;
import org.openmyna.server.web.page.Service;
import org.openmyna.server.web.page.Surface;
import org.openmyna.server.web.page.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home page and its help, at the origin of the sandbox. */
@Configuration(proxyBeanMethods = false)
public class HomeConfiguration {
    /** The origin has further screens, of others; each organisation makes its pages itself. */
    private final Service service =
            new Service(
                    Origin.SANDBOX,
                    Accent.PORTAL,
                    Surface.WEB,
                    Texts.beside(HomeConfiguration.class));

    @Bean
    Service sandboxService() {
        return service;
    }

    @Bean
    HomeScreen homeScreen(
            PageWriter writer,
            ObjectProvider<Screens> screens,
            ObjectProvider<HealthIndicator> health) {
        CountryState state =
                new CountryState(() -> screens.stream().toList(), () -> health.stream().toList());
        return new HomeScreen(writer.of(service), state);
    }

    @Bean
    PartsScreen partsScreen(PageWriter writer) {
        return new PartsScreen(writer.of(service));
    }

    @Bean
    MachineDoor machineDoor() {
        return new MachineDoor();
    }

    @Bean
    Screens homeScreens() {
        return new Screens(
                Origin.SANDBOX, List.of("GET /", "GET /help", "GET /parts", "POST /parts"));
    }

    @Bean
    Screens machineScreens() {
        return new Screens(Origin.MACHINE, List.of("GET /"));
    }
}
