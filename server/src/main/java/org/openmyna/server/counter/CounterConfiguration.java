package org.openmyna.server.counter;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.openmyna.server.web.Origin;
import org.openmyna.server.web.page.Accent;
import org.openmyna.server.web.page.PageWriter;
import org.openmyna.server.web.page.Screens;
import org.openmyna.server.web.page.Service;
import org.openmyna.server.web.page.Sessions;
import org.openmyna.server.web.page.Surface;
import org.openmyna.server.web.page.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The municipal counter on a machine; needs a bean {@link CounterNeeds}. */
@Configuration(proxyBeanMethods = false)
public class CounterConfiguration {
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** A screen that is on asks every minute; one that was switched off is let go. */
    private static final Duration CITIZEN_IDLE = Duration.ofMinutes(10);

    private final Texts texts = Texts.beside(CounterConfiguration.class);
    private final Service service = new Service(Origin.COUNTER, Accent.STAFF, Surface.STAFF, texts);
    private final Frame frame;
    private final Officers officers;
    private final Company company;
    private final Cases cases;
    private final Frame citizens;
    private final PairingCodes codes;
    private final Affairs affairs = Affairs.load();
    private final Register register;
    private final Desks desks;
    private final EventWork work;
    private final Sessions<AtWork> sessions;
    private final InstantSource realTime;

    public CounterConfiguration(CounterNeeds needs, PageWriter writer) {
        Table table = new Table(needs.tables());
        this.frame = new Frame(writer.of(service));
        this.realTime = needs.realTime();
        this.sessions = new Sessions<>(IDLE, realTime, new SecureRandom());
        this.citizens =
                new Frame(writer.of(new Service(Origin.COUNTER, Accent.CITY, Surface.WEB, texts)));
        this.codes = new PairingCodes(realTime, new SecureRandom());
        this.officers = new Officers(table);
        this.company = new Company(table, realTime);
        this.cases = new Cases(table);
        this.register = new Register(needs);
        this.desks = new Desks(cases, affairs, needs.clock(), realTime, sessions);
        this.work = new EventWork(register, cases, new SecureRandom());
    }

    @Bean
    Service counterService() {
        return service;
    }

    @Bean
    Signposts counterSignposts() {
        return new Signposts(frame);
    }

    @Bean
    SignInScreen counterSignIn() {
        return new SignInScreen(frame, officers, company, sessions, realTime);
    }

    @Bean
    LockScreen counterLock() {
        return new LockScreen(frame, desks, officers);
    }

    @Bean
    WorkScreen counterWork() {
        return new WorkScreen(frame, cases, affairs, desks, register);
    }

    @Bean
    FindScreen counterFind() {
        return new FindScreen(frame, desks, register);
    }

    @Bean
    PersonScreen counterPerson() {
        return new PersonScreen(frame, desks, register, company);
    }

    @Bean
    NumberScreen counterNumber() {
        return new NumberScreen(frame, desks, cases, register);
    }

    @Bean
    HistoryScreen counterHistory() {
        return new HistoryScreen(frame, desks, register);
    }

    @Bean
    EventScreen counterEvent() {
        return new EventScreen(frame, desks, register, company, work);
    }

    @Bean
    ShortcutScreen counterShortcuts() {
        return new ShortcutScreen(frame, desks, officers);
    }

    @Bean
    SecondScreenDesk counterSecondScreen() {
        return new SecondScreenDesk(frame, desks, codes);
    }

    @Bean
    CitizenScreen counterCitizen() {
        return new CitizenScreen(
                citizens,
                codes,
                new Sessions<>("citizen", CITIZEN_IDLE, realTime, new SecureRandom()));
    }

    @Bean
    ProtectionScreen counterProtection() {
        return new ProtectionScreen(frame, desks, cases, register, work);
    }

    @Bean
    ReceiptScreen counterReceipt() {
        return new ReceiptScreen(
                frame, desks, cases, officers, register, new Paper(PaperFonts::load, texts));
    }

    @Bean
    Screens counterScreens() {
        return new Screens(
                Origin.COUNTER,
                Stream.of(
                                SignInScreen.ROUTES,
                                LockScreen.ROUTES,
                                WorkScreen.ROUTES,
                                FindScreen.ROUTES,
                                PersonScreen.ROUTES,
                                NumberScreen.ROUTES,
                                HistoryScreen.ROUTES,
                                EventScreen.ROUTES,
                                ShortcutScreen.ROUTES,
                                SecondScreenDesk.ROUTES,
                                CitizenScreen.ROUTES,
                                ProtectionScreen.ROUTES,
                                ReceiptScreen.ROUTES)
                        .flatMap(List::stream)
                        .toList());
    }
}
