package org.openmyna.cli;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerSettings;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.Purpose;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.Household;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.Outcome;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.ValidityRule;

/** The chapter in which a whole country runs: residents, numbers, a card, a move at the counter. */
final class DemoTown implements AutoCloseable {
    private static final int RESIDENTS = 500;
    private static final MunicipalityCode HIMEJI = MunicipalityCode.withCheckDigit("28201");
    private static final MunicipalityCode NAHA = MunicipalityCode.withCheckDigit("47201");
    private static final Address NEXT_HOME = new Address("兵庫県姫路市本町９９９９番地の２");
    private static final String ICHIRO = "試験　一郎";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(2);

    private final Evidence evidence;
    private final Story story;
    private @Nullable RunningServer server;
    private @Nullable ResidentRecord ichiro;

    DemoTown(Evidence evidence, Story story) {
        this.evidence = evidence;
        this.story = story;
    }

    void tell() {
        RunningServer started =
                OpenMynaServer.start(
                        ServerSettings.in(evidence.directory().resolve("town"))
                                .withPort(0)
                                .withAgentPort(0)
                                .withResidents(RESIDENTS));
        server = started;
        ResidentRecord person = people(started);
        ichiro = person;
        number(started, person);
        MadeCard card = card(started, person);
        move(started, person, card);
        borders(started, person);
    }

    /** Of the chapter, while this is open. */
    RunningServer server() {
        return requireNonNull(server, "the town's chapter comes first");
    }

    /** 試験 一郎 gets another card with other certificates, and the one that he had ends. */
    void renewCard() {
        long person = requireNonNull(ichiro).id().value();
        var unused =
                server().desks(CardService.class).desk(Organisation.SANDBOX).make(call(), person);
    }

    @Override
    public void close() {
        if (server != null) server.close();
    }

    private static Call call() {
        return new Call("demo-" + UUID.randomUUID(), Instant.now().plus(PATIENCE));
    }

    private static Officer clerkOf(MunicipalityCode municipality) {
        return new Officer(municipality, "demo-clerk", false, "TEST 転居の届出");
    }

    private static ResidentService register(RunningServer server, Organisation caller) {
        return server.desks(ResidentService.class).desk(caller);
    }

    private ResidentRecord people(RunningServer server) {
        ResidentService register = register(server, Organisation.SANDBOX);
        ResidentRecord ichiro =
                register.pick(call(), ResidentService.Situation.SPECIMEN, ICHIRO, 0, 1).getFirst();
        long people = register.population(call());
        story.proved(people >= RESIDENTS, "demo.proof.people", people);
        return ichiro;
    }

    /** Only for a purpose, and only for one that the law's table has for whoever asks. */
    private void number(RunningServer server, ResidentRecord ichiro) {
        var code =
                register(server, Organisation.CARDS).cardHolder(call(), ichiro.id().value()).code();
        NumberService cards = server.desks(NumberService.class).desk(Organisation.CARDS);
        AssignedNumber number = cards.assign(call(), List.of(code)).getFirst();
        var order = new NumberService.Reading(number.token(), purpose("cards.production"));
        boolean holds = cards.reveal(call(), order).number().digits().equals(Specimens.MY_NUMBER);
        story.proved(holds, "demo.proof.number");
        var stranger = new NumberService.Reading(number.token(), purpose("child.allowance"));
        story.proved(
                refused(() -> cards.reveal(call(), stranger), "MYNA-NUM-"),
                "demo.proof.number.purpose");
    }

    private static Purpose purpose(String procedure) {
        return new Purpose(procedure, "demo-1", "demo-clerk");
    }

    private static boolean refused(Runnable work, String code) {
        try {
            work.run();
            return false;
        } catch (MynaException why) {
            return why.errorCode().code().startsWith(code);
        }
    }

    private MadeCard card(RunningServer server, ResidentRecord ichiro) {
        MadeCard card =
                server.desks(CardService.class)
                        .desk(Organisation.SANDBOX)
                        .make(call(), ichiro.id().value());
        for (CaKind kind : CaKind.values()) {
            String name = "town-" + kind.name().toLowerCase(Locale.ROOT);
            CertificationAuthority authority = server.authorities().authority(kind);
            evidence.keep(
                    name + "-ca.pem",
                    CertificateForm.pem("CERTIFICATE", authority.certificate().der()));
            evidence.keep(
                    name + ".pem",
                    CertificateForm.pem(
                            "CERTIFICATE",
                            authority.certificateOf(serial(card, kind)).orElseThrow().der()));
        }
        story.outsideNow(
                "demo.proof.town.good",
                output -> output.contains("town-signature.pem: good"),
                ocsp(server, CaKind.SIGNATURE));
        return card;
    }

    private static CertificateSerial serial(MadeCard card, CaKind kind) {
        String hex =
                kind == CaKind.SIGNATURE
                        ? card.signatureSerial().orElseThrow()
                        : card.userAuthenticationSerial();
        return new CertificateSerial(new BigInteger(hex, 16));
    }

    private static List<String> ocsp(RunningServer server, CaKind kind) {
        String name = "town-" + kind.name().toLowerCase(Locale.ROOT);
        return List.of(
                "openssl",
                "ocsp",
                "-issuer",
                name + "-ca.pem",
                "-cert",
                name + ".pem",
                "-CAfile",
                name + "-ca.pem",
                "-url",
                server.address() + "/ocsp");
    }

    private void move(RunningServer server, ResidentRecord ichiro, MadeCard card) {
        ResidentService register = register(server, Organisation.COUNTER);
        LocalDate today = LocalDate.now(ValidityRule.JAPAN);
        Instant before = Instant.now();
        Officer clerk = clerkOf(HIMEJI);
        Household household =
                register.household(
                                call(),
                                ichiro.id().value(),
                                new ResidentService.Look(clerk, new AsAt(today, before)))
                        .orElseThrow();
        List<Member> members =
                household.members().stream()
                        .map(each -> new Member(each.id(), each.relationship()))
                        .toList();
        var event =
                new LifeEvent.MoveWithin(
                        new Home(HIMEJI, NEXT_HOME, Optional.empty()), members, List.of());
        Outcome outcome =
                register.record(
                        call(), new ResidentService.Order(clerk, new Notice(event, today, today)));
        long millis = untilRevoked(server, serial(card, CaKind.SIGNATURE));
        story.proved(
                millis >= 0,
                "demo.proof.town.revoked",
                members.size(),
                outcome.notice().orElseThrow().value(),
                millis);
        story.outsideNow(
                "demo.proof.town.ocsp",
                output ->
                        output.contains("town-signature.pem: revoked")
                                && output.contains("affiliationChanged"),
                ocsp(server, CaKind.SIGNATURE));
        story.outsideNow(
                "demo.proof.town.login",
                output -> output.contains("town-user_authentication.pem: good"),
                ocsp(server, CaKind.USER_AUTHENTICATION));
        Address now = addressAt(register, ichiro, Instant.now());
        Address then = addressAt(register, ichiro, before);
        story.proved(
                now.equals(NEXT_HOME) && then.equals(ichiro.address()), "demo.proof.town.known");
    }

    private static Address addressAt(
            ResidentService register, ResidentRecord person, Instant known) {
        return register.record(
                        call(),
                        person.id().value(),
                        new ResidentService.Look(
                                clerkOf(HIMEJI),
                                new AsAt(LocalDate.now(ValidityRule.JAPAN), known)))
                .orElseThrow()
                .address();
    }

    /** Milliseconds from the answer of the counter to the answer of the authority; -1 for never. */
    private static long untilRevoked(RunningServer server, CertificateSerial serial) {
        CertificationAuthority authority = server.authorities().authority(CaKind.SIGNATURE);
        long began = System.nanoTime();
        while (!(authority.statusOf(serial) instanceof CertificateStatus.Revoked)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) return -1;
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private void borders(RunningServer server, ResidentRecord ichiro) {
        ResidentService register = register(server, Organisation.COUNTER);
        var look =
                new ResidentService.Look(
                        clerkOf(NAHA), new AsAt(LocalDate.now(ValidityRule.JAPAN), Instant.now()));
        story.proved(isHidden(register, ichiro, look), "demo.proof.town.border");
    }

    private static boolean isHidden(
            ResidentService register, ResidentRecord person, ResidentService.Look look) {
        try {
            return register.record(call(), person.id().value(), look).isEmpty();
        } catch (MynaException notFound) {
            return notFound.errorCode().code().startsWith("MYNA-RES-");
        }
    }
}
