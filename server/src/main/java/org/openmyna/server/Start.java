package org.openmyna.server;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.openmyna.database.Database;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.authority.AuthorityConfiguration;
import org.openmyna.server.authority.IssuingConfiguration;
import org.openmyna.server.authority.OpenAuthority;
import org.openmyna.server.house.HouseCa;
import org.openmyna.server.house.HouseGuard;
import org.openmyna.server.house.TlsPort;
import org.openmyna.server.web.FixedBodyRoute;
import org.openmyna.server.web.Origins;
import org.openmyna.server.web.PortTaken;
import org.openmyna.server.web.ServerNotStarted;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One start: the database and Spring come up beside each other. */
final class Start {
    private final ServerSettings settings;
    private final FutureTask<OpenAuthority> opening;

    Start(ServerSettings settings) {
        this.settings = settings;
        this.opening = new FutureTask<>(this::open);
    }

    RunningServer run() {
        long began = System.nanoTime();
        settings.mustFitTogether();
        makeFolders();
        ServerLog log = ServerLog.to(settings.logFile());
        boolean done = false;
        try {
            Thread.ofPlatform().name("authority-opening").start(opening);
            var running = new Running(settings, application().run(), opened(), log);
            done = true;
            LoggerFactory.getLogger(Start.class)
                    .info(
                            "{} ready after {} ms",
                            running.address(),
                            Duration.ofNanos(System.nanoTime() - began).toMillis());
            return running;
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(Start.class).info("not started", failed);
            throw named(failed);
        } finally {
            if (!done) giveUp(log);
        }
    }

    private void makeFolders() {
        try {
            Files.createDirectories(settings.data());
            Files.createDirectories(settings.logFile().getParent());
        } catch (IOException refused) {
            throw notStarted(refused);
        }
    }

    private OpenAuthority open() {
        long began = System.nanoTime();
        OpenAuthority opened = openDatabase();
        LoggerFactory.getLogger(Start.class)
                .info(
                        "database and engine open after {} ms",
                        Duration.ofNanos(System.nanoTime() - began).toMillis());
        return opened;
    }

    private OpenAuthority openDatabase() {
        return settings.onlyReads()
                ? OpenAuthority.reading(
                        Database.readOnlyAt(settings.databaseUrl().orElseThrow()),
                        settings.authorityFolder(),
                        settings.authority(),
                        settings.legalTime())
                : OpenAuthority.writing(
                        settings.databaseUrl()
                                .map(Database::at)
                                .orElseGet(() -> Database.embedded(settings.databaseFolder())),
                        settings.authorityFolder(),
                        settings.authority(),
                        settings.legalTime());
    }

    private SpringApplication application() {
        var application = new SpringApplication(parts());
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

    private Class<?>[] parts() {
        return settings.onlyReads()
                ? new Class<?>[] {ServerConfiguration.class, AuthorityConfiguration.class}
                : new Class<?>[] {
                    ServerConfiguration.class,
                    AuthorityConfiguration.class,
                    IssuingConfiguration.class
                };
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
        if (settings.fixedBodies()) {
            beans.registerBean(FixedBodyRoute.class, FixedBodyRoute::new);
        }
        // ended here, after Spring: also when Spring did not come up
        beans.registerBean(
                OpenAuthority.class, this::opened, bean -> bean.setDestroyMethodName(""));
    }

    private void addHouse(GenericApplicationContext beans, Origins origins) {
        if (settings.tlsPort().isEmpty()) {
            beans.registerBean(HouseGuard.class, () -> new HouseGuard(Optional.empty()));
            return;
        }
        HouseCa house = HouseCa.in(settings.houseFolder(), new SecureRandom(), Instant::now);
        beans.registerBean(HouseCa.class, () -> house);
        beans.registerBean(HouseGuard.class, () -> new HouseGuard(Optional.of(house)));
        beans.registerBean(
                TlsPort.class,
                () ->
                        new TlsPort(
                                house,
                                settings.address(),
                                settings.tlsPort().getAsInt(),
                                origins.hosts()));
    }

    private OpenAuthority opened() {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof RuntimeException why) throw why;
            throw notStarted(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw notStarted(stop);
        }
    }

    /** What began is ended, whatever came up and whatever did not. */
    private void giveUp(ServerLog log) {
        opening.cancel(false);
        try {
            if (!opening.isCancelled()) opened().close();
        } catch (RuntimeException neverOpened) {
            // this is why the start failed, or a second reason beside it
            LoggerFactory.getLogger(Start.class).info("not opened: {}", neverOpened.toString());
        } finally {
            log.close();
        }
    }

    private RuntimeException named(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof MynaException known) return known;
            if (cause instanceof PortInUseException port) return new PortTaken(port.getPort());
        }
        return notStarted(failed);
    }

    private ServerNotStarted notStarted(Throwable why) {
        return new ServerNotStarted(why.toString(), settings.logFile().toString(), why);
    }
}
