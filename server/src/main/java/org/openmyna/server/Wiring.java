package org.openmyna.server;

import static java.util.Map.entry;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.database.Database;
import org.openmyna.server.authority.AuthorityConfiguration;
import org.openmyna.server.authority.IssuingConfiguration;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.calls.Remote;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.house.HouseCa;
import org.openmyna.server.house.HouseGuard;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.house.TlsPort;
import org.openmyna.server.machine.AgentAddress;
import org.openmyna.server.machine.Machine;
import org.openmyna.server.web.FixedBodyRoute;
import org.openmyna.server.web.Origins;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/** Puts the application together: which parts it has, and what they find. */
final class Wiring {
    private final ServerSettings settings;
    private final List<Part> parts;
    private final LegalClock clock;
    private final Opening opening;
    private final Optional<URI> agent;

    Wiring(
            ServerSettings settings,
            List<Part> parts,
            LegalClock clock,
            Opening opening,
            Optional<URI> agent) {
        this.settings = settings;
        this.parts = List.copyOf(parts);
        this.clock = clock;
        this.opening = opening;
        this.agent = agent;
    }

    SpringApplication application() {
        var application = new SpringApplication(configurations());
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // neither files nor variables of the machine change what the settings say
        application.setListeners(List.of());
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(properties());
        application.addInitializers(this::addBeans);
        return application;
    }

    private Class<?>[] configurations() {
        List<Class<?>> all = new ArrayList<>(List.of(ServerConfiguration.class));
        if (settings.answersOcsp()) all.add(AuthorityConfiguration.class);
        if (settings.issues()) all.add(IssuingConfiguration.class);
        parts.forEach(part -> all.add(part.configuration()));
        return all.toArray(Class<?>[]::new);
    }

    private Map<String, Object> properties() {
        return Map.ofEntries(
                entry("server.port", settings.port()),
                entry("server.address", settings.address()),
                entry("server.shutdown", "immediate"),
                entry("server.servlet.register-default-servlet", false),
                entry("spring.jmx.enabled", false),
                entry("spring.web.resources.add-mappings", false),
                entry("spring.mvc.format.date", "iso"),
                entry("spring.mvc.format.date-time", "iso"),
                entry("spring.mvc.format.time", "iso"),
                entry("management.endpoints.web.exposure.include", "health,prometheus"),
                entry("management.endpoints.access.default", "read-only"),
                entry("management.endpoint.health.show-details", "always"),
                entry("management.metrics.use-global-registry", false));
    }

    private void addBeans(ConfigurableApplicationContext context) {
        if (!(context instanceof GenericApplicationContext beans)) {
            throw new IllegalStateException("beans cannot be added");
        }
        Origins origins = new Origins(settings.domain(), List.of(settings.address()));
        beans.registerBean(Origins.class, () -> origins);
        addHouse(beans, origins);
        addCountry(beans);
        if (settings.fixedBodies()) {
            beans.registerBean(FixedBodyRoute.class, FixedBodyRoute::new);
        }
    }

    /** What is opened beside Spring is ended after it: also when Spring did not come up. */
    private void addCountry(GenericApplicationContext beans) {
        beans.registerBean(LegalClock.class, () -> clock);
        beans.registerBean(
                Machine.class,
                () ->
                        new Machine(
                                settings.data(),
                                settings.domain(),
                                settings.organisations(),
                                settings.residents()));
        beans.registerBean(
                AgentAddress.class, () -> new AgentAddress(agent.orElse(settings.agent())));
        beans.registerBean(
                Database.class, opening::database, bean -> bean.setDestroyMethodName(""));
        if (settings.answersOcsp()) {
            beans.registerBean(
                    OpenAuthority.class, opening::authority, bean -> bean.setDestroyMethodName(""));
        }
    }

    private void addHouse(GenericApplicationContext beans, Origins origins) {
        if (settings.tlsPort().isEmpty() && settings.remotes().isEmpty()) {
            beans.registerBean(HouseGuard.class, () -> new HouseGuard(Optional.empty()));
            return;
        }
        HouseCa house = HouseCa.in(settings.houseFolder(), new SecureRandom(), Instant::now);
        beans.registerBean(HouseCa.class, () -> house);
        beans.registerBean(HouseGuard.class, () -> new HouseGuard(Optional.of(house)));
        settings.remotes()
                .forEach((elsewhere, address) -> addRemote(beans, elsewhere, address, house));
        settings.tlsPort()
                .ifPresent(port ->
                        beans.registerBean(
                                TlsPort.class,
                                () ->
                                        new TlsPort(
                                                house, settings.address(), port, origins.hosts())));
    }

    /** Whoever lives here is not called over the network. */
    private void addRemote(
            GenericApplicationContext beans, Organisation elsewhere, URI address, HouseCa house) {
        Class<?> service = Part.SERVICES.get(elsewhere);
        if (service == null || settings.organisations().contains(elsewhere)) return;
        var bean = new RootBeanDefinition();
        bean.setTargetType(ResolvableType.forClassWithGenerics(Desks.class, service));
        bean.setInstanceSupplier(() -> Remote.desks(service, address, house, Instant::now));
        beans.registerBeanDefinition("remote-" + elsewhere.id(), bean);
    }
}
