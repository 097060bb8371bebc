package org.openmyna.server.residents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.ResidentId;

/** Work that must not be lost, written in the transaction that makes it necessary. */
final class Jobs {
    static final String TELL_CARDS = "tell-cards";
    static final String ASSIGN_NUMBERS = "assign-numbers";
    static final String CHANGE_CODE = "change-code";

    private static final String INSERT =
            """
            INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
            VALUES (?, ?, ?, now(), false, 1) ON CONFLICT DO NOTHING
            """;

    private Jobs() {}

    private static void put(Statements to, String job, String name, String data) {
        to.add(INSERT, job, name, data.getBytes(StandardCharsets.UTF_8));
    }

    /** What cards are told, and since when the register shows it. */
    record News(Instant since, List<Ending> endings) {}

    static void tellCards(Statements to, String name, Instant since, Collection<Ending> endings) {
        if (endings.isEmpty()) return;
        put(
                to,
                TELL_CARDS,
                name,
                endings.stream()
                        .map(each -> each.code().digits() + (each.both() ? " B" : " S"))
                        .collect(Collectors.joining("\n", since + "\n", "")));
    }

    static News news(String data) {
        List<String> lines = data.lines().toList();
        return new News(
                Instant.parse(lines.getFirst()),
                lines.stream()
                        .skip(1)
                        .map(line ->
                                new Ending(
                                        new ResidentRecordCode(line.substring(0, 11)),
                                        line.endsWith("B")))
                        .toList());
    }

    static void assignNumbers(
            Statements to, String name, Map<ResidentId, ResidentRecordCode> people) {
        if (people.isEmpty()) return;
        put(
                to,
                ASSIGN_NUMBERS,
                name,
                people.entrySet().stream()
                        .map(each -> each.getKey().value() + " " + each.getValue().digits())
                        .collect(Collectors.joining("\n")));
    }

    static Map<ResidentId, ResidentRecordCode> people(String data) {
        return data.lines()
                .map(line -> line.split(" ", -1))
                .collect(
                        Collectors.toMap(
                                parts -> new ResidentId(Long.parseLong(parts[0])),
                                parts -> new ResidentRecordCode(parts[1])));
    }

    static void changeCode(
            Statements to, String name, ResidentRecordCode before, ResidentRecordCode now) {
        put(to, CHANGE_CODE, name, before.digits() + " " + now.digits());
    }

    static List<ResidentRecordCode> codes(String data) {
        return Arrays.stream(data.split(" ", -1)).map(ResidentRecordCode::new).toList();
    }
}
