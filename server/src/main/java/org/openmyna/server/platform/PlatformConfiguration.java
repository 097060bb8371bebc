package org.openmyna.server.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.Origins;
import org.openmyna.server.web.page.Accent;
import org.openmyna.server.web.page.PageWriter;
import org.openmyna.server.web.page.Screens;
import org.openmyna.server.web.page.Service;
import org.openmyna.server.web.page.Surface;
import org.openmyna.server.web.page.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The platform on a machine; needs a bean {@link PlatformNeeds}. */
@Configuration(proxyBeanMethods = false)
public class PlatformConfiguration {
    /** Tokens, sessions and JWTs are of this world, however far the law's clock was moved. */
    private static final InstantSource REAL_TIME = Instant::now;

    private final PlatformNeeds needs;
    private final SecureRandom random = new SecureRandom();
    private final Service service =
            new Service(
                    Origin.PLATFORM,
                    Accent.PORTAL,
                    Surface.WEB,
                    Texts.beside(PlatformConfiguration.class));
    private final Frame frame;

    public PlatformConfiguration(PlatformNeeds needs, PageWriter writer) {
        this.needs = needs;
        this.frame = new Frame(writer.of(service));
    }

    @Bean
    Service platformService() {
        return service;
    }

    @Bean
    ApprovalRegister approvalRegister(AuditLog loginLog) {
        return new ApprovalRegister(needs.database(), loginLog, needs.legalTime(), REAL_TIME);
    }

    @Bean
    AuditLog loginLog() {
        return new AuditLog(needs.database(), needs.folder().resolve("log"), random, REAL_TIME);
    }

    @Bean
    LoginDuties loginDuties(AuditLog loginLog) {
        return new LoginDuties(needs.database(), loginLog, REAL_TIME);
    }

    @Bean
    Provider provider(ApprovalRegister register, AuditLog loginLog) {
        var keys = new PlatformKeys(needs.folder().resolve("keys"), random, REAL_TIME);
        var secrets =
                PlatformSecrets.in(needs.folder().resolve("secrets"), needs.database(), random);
        var people = new People(needs.database(), needs.certificates(), REAL_TIME);
        var items = new CardItems(needs, people, secrets);
        var store = new LoginStore(needs.database(), loginLog, REAL_TIME);
        var logins =
                new CardLogins(
                        register,
                        store,
                        new CardChecks(needs, people, store, random, REAL_TIME),
                        people,
                        items,
                        new AskRequests(
                                keys, needs.address(), random, needs.legalTime(), REAL_TIME),
                        needs.legalTime(),
                        random,
                        REAL_TIME);
        var clients = new ApprovedClients(register);
        var grants = new Grants(needs.database(), register, clients, needs.address(), REAL_TIME);
        return new Provider(
                needs.address(),
                register,
                clients,
                new AssertionDecoders(needs.database(), REAL_TIME),
                grants,
                keys,
                secrets,
                items,
                logins,
                new WaitingLogins(needs.database(), REAL_TIME, WaitingLogins.MOST),
                new AuthorizationResponses(needs.address(), register),
                new BrowserSecret(needs.address()));
    }

    @Bean
    OidcDoor oidcDoor(
            Origins origins,
            WebApplicationContext here,
            @Qualifier("handlerExceptionResolver")
                    ObjectProvider<HandlerExceptionResolver> problems) {
        return new OidcDoor(origins, here, problems);
    }

    /** Before Spring MVC, and for its own paths alone. */
    @Bean
    FilterRegistrationBean<OidcDoor> oidcDoorRegistration(OidcDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.addUrlPatterns(PlatformAddress.REALM + "/*");
        return registration;
    }

    @Bean
    LoginScreen loginScreen(Provider provider, OidcDoor door) {
        return new LoginScreen(frame, provider, door, needs.agent());
    }

    @Bean
    AnswerDoor answerDoor(Provider provider, Origins origins) {
        return new AnswerDoor(provider, origins);
    }

    @Bean
    HomeScreen platformHome() {
        return new HomeScreen(frame);
    }

    @Bean
    DeveloperScreen developerScreen(ApprovalRegister register) {
        var entry = new ClientEntry(register, random);
        return new DeveloperScreen(
                frame,
                register,
                new DeveloperClients(register, entry, needs.legalTime()),
                needs.address(),
                needs.sandbox());
    }

    @Bean
    Screens platformScreens() {
        List<String> all = new ArrayList<>(LoginScreen.ROUTES);
        all.addAll(HomeScreen.ROUTES);
        all.addAll(DeveloperScreen.ROUTES);
        return new Screens(Origin.PLATFORM, all);
    }
}
