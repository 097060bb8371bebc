package org.openmyna.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openmyna.server.house.HouseGuard;
import org.openmyna.server.web.Origins;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Pages alone: what every machine has, and the screens of one organisation. */
public final class ScreensServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private ScreensServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param screens the organisation's configuration
     * @param needs what it needs
     */
    public static ScreensServer with(Class<?> screens, Consumer<GenericApplicationContext> needs) {
        var application = new SpringApplication(ServerConfiguration.class, screens);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setListeners(List.of());
        application.setDefaultProperties(
                Map.of(
                        "server.port",
                        0,
                        "server.address",
                        "127.0.0.1",
                        "server.servlet.register-default-servlet",
                        false,
                        "spring.jmx.enabled",
                        false,
                        "spring.web.resources.add-mappings",
                        false));
        application.addInitializers(context -> {
            if (!(context instanceof GenericApplicationContext beans)) {
                throw new IllegalStateException("beans cannot be added");
            }
            beans.registerBean(Origins.class, () -> new Origins("localhost", List.of("127.0.0.1")));
            beans.registerBean(HouseGuard.class, () -> new HouseGuard(Optional.empty()));
            needs.accept(beans);
        });
        return new ScreensServer(application.run());
    }

    public int port() {
        return Integer.parseInt(
                String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    /** Where a browser finds it. */
    public URI at(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    @Override
    public void close() {
        context.close();
    }
}
