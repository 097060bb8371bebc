package org.openmyna.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openmyna.server.house.HouseGuard;
import org.openmyna.server.sandbox.SandboxConfiguration;
import org.openmyna.server.sandbox.SandboxNeeds;
import org.openmyna.server.web.Origins;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A server with the sandbox and nothing else, over HTTP on a free port of this machine. */
public final class SandboxOnly implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private SandboxOnly(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SandboxOnly with(SandboxNeeds needs) {
        var application =
                new SpringApplication(ServerConfiguration.class, SandboxConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setListeners(List.of());
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(
                Map.of(
                        "server.port", 0,
                        "server.address", "127.0.0.1",
                        "server.servlet.register-default-servlet", false,
                        "spring.jmx.enabled", false,
                        "spring.web.resources.add-mappings", false,
                        "management.metrics.use-global-registry", false));
        application.addInitializers(
                context -> addBeans((GenericApplicationContext) context, needs));
        return new SandboxOnly(application.run());
    }

    private static void addBeans(GenericApplicationContext beans, SandboxNeeds needs) {
        beans.registerBean(SandboxNeeds.class, () -> needs);
        beans.registerBean(Origins.class, () -> new Origins("localhost", List.of("127.0.0.1")));
        beans.registerBean(HouseGuard.class, () -> new HouseGuard(Optional.empty()));
    }

    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** Of the sandbox's own origin; resolved by browsers. */
    public URI home() {
        return URI.create("http://sandbox.localhost:" + port() + "/");
    }

    @Override
    public void close() {
        context.close();
    }
}
