package org.openmyna.server.residents;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            VALUES (?, ?, ?, now() + ? * interval '1 second', false, 1) ON CONFLICT DO NOTHING
            """;

    /** So long is a job left to {@link Telling}, which does many at once. */
    private static final int SOON = 3;

    /** One that has been picked ends by itself: cards hear the same twice, and do it once. */
    private static final String TOLD =
            "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ANY (?) AND NOT picked";

    private Jobs() {}

    private static void put(Statements to, String job, String name, String data, int seconds) {
        to.add(INSERT, job, name, data.getBytes(StandardCharsets.UTF_8), seconds);
    }

    /**
     * What cards are told, and since when the register shows it.
     *
     * @param name of the job
     */
    record News(String name, Instant since, List<Ending> endings) {
        News {
            endings = List.copyOf(endings);
        }

        List<CardNews.News> each() {
            return IntStream.range(0, endings.size())
                    .mapToObj(n -> {
                        Ending ending = endings.get(n);
                        return new CardNews.News(
                                TELL_CARDS + "-" + name + "-" + n,
                                ending.code(),
                                ending.both(),
                                ending.reason(),
                                since);
                    })
                    .toList();
        }

        private String data() {
            return endings.stream()
                    .map(each -> each.code().digits() + (each.both() ? " B" : " S"))
                    .collect(Collectors.joining("\n", since + "\n", ""));
        }
    }

    static void tellCards(Statements to, News news) {
        if (!news.endings().isEmpty()) put(to, TELL_CARDS, news.name(), news.data(), 0);
    }

    /** For what is told by {@link Telling}, unless the program ends before. */
    static void tellCardsSoon(Statements to, News news) {
        if (!news.endings().isEmpty()) put(to, TELL_CARDS, news.name(), news.data(), SOON);
    }

    static void toldAlready(Statements to, Array names) {
        to.add(TOLD, TELL_CARDS, names);
    }

    static News news(String name, String data) {
        List<String> lines = data.lines().toList();
        return new News(
                name,
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
                        .collect(Collectors.joining("\n")),
                0);
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
        put(to, CHANGE_CODE, name, before.digits() + " " + now.digits(), 0);
    }

    static List<ResidentRecordCode> codes(String data) {
        return Arrays.stream(data.split(" ", -1)).map(ResidentRecordCode::new).toList();
    }
}
