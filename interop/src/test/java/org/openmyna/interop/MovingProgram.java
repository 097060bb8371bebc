package org.openmyna.interop;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerSettings;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.residents.api.AsAt;
import org.openmyna.server.residents.api.Home;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.Member;
import org.openmyna.server.residents.api.Notice;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.trust.profile.ValidityRule;

/** A country in which 試験 一郎 gets a card and moves; then it kills itself with signal 9. */
final class MovingProgram {
    private static final MunicipalityCode HIMEJI = MunicipalityCode.withCheckDigit("28201");

    private MovingProgram() {}

    /** Folder, number of the move. */
    public static void main(String[] arguments) throws Exception {
        RunningServer server = OpenMynaServer.start(settings(Path.of(arguments[0])));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ResidentRecord ichiro = ichiro(server, Instant.now());
        var card =
                server.desks(CardService.class)
                        .desk(Organisation.SANDBOX)
                        .make(call(), ichiro.id().value());
        out.println(card.signatureSerial().orElseThrow());
        String address = "兵庫県姫路市本町９９９９番地の" + arguments[1];
        out.println(address);
        move(server, ichiro, new Address(address));
        new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
        Thread.sleep(60_000);
    }

    static ServerSettings settings(Path folder) {
        return ServerSettings.in(folder).withPort(0).withResidents(20);
    }

    private static Call call() {
        return new Call("moving-" + UUID.randomUUID(), Instant.now().plusSeconds(60));
    }

    private static Officer clerk() {
        return new Officer(HIMEJI, "clerk", false, "TEST 転居");
    }

    private static LocalDate today() {
        return LocalDate.now(ValidityRule.JAPAN);
    }

    static ResidentRecord ichiro(RunningServer server, Instant known) {
        ResidentService sandbox = server.desks(ResidentService.class).desk(Organisation.SANDBOX);
        long id =
                sandbox.pick(call(), ResidentService.Situation.SPECIMEN, "試験　一郎", 0, 1)
                        .getFirst()
                        .id()
                        .value();
        return server.desks(ResidentService.class)
                .desk(Organisation.COUNTER)
                .record(call(), id, new ResidentService.Look(clerk(), new AsAt(today(), known)))
                .orElseThrow();
    }

    private static void move(RunningServer server, ResidentRecord person, Address address) {
        ResidentService counter = server.desks(ResidentService.class).desk(Organisation.COUNTER);
        List<Member> household =
                counter
                        .household(
                                call(),
                                person.id().value(),
                                new ResidentService.Look(clerk(), new AsAt(today(), Instant.now())))
                        .orElseThrow()
                        .members()
                        .stream()
                        .map(each -> new Member(each.id(), each.relationship()))
                        .toList();
        var event =
                new LifeEvent.MoveWithin(
                        new Home(HIMEJI, address, Optional.empty()), household, List.of());
        var _ =
                counter.record(
                        call(),
                        new ResidentService.Order(clerk(), new Notice(event, today(), today())));
    }
}
