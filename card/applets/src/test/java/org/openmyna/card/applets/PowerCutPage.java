package org.openmyna.card.applets;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmyna.card.applets.PowerCutSweep.Range;
import org.openmyna.card.applets.PowerCutSweep.Result;

/** The map as a page in Markdown. */
final class PowerCutPage {

    private static final String FILES = "{files}";

    private PowerCutPage() {}

    static String of(List<Result> results) {
        Map<String, List<Result>> applications =
                results.stream()
                        .collect(
                                Collectors.groupingBy(
                                        result -> result.row().application(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        StringBuilder page = new StringBuilder(introduction(results));
        applications.forEach((application, rows) -> page.append(table(application, rows)));
        return page.toString();
    }

    private static String introduction(List<Result> results) {
        long writing = results.stream().filter(result -> result.writes() > 0).count();
        long writes = results.stream().mapToLong(Result::writes).sum();
        return """
        # Power-cut map

        A card may leave the reader at any moment. This page says, for each command in each state that matters, what the card is
        when the power comes back: %,d situations, %,d of which write, %,d writes together. It is written by `PowerCutMapTest` of
        `card/applets`, which cuts the power before the writes, powers on again, looks at everything that can be seen from outside, and
        fails if the rule of the row or this page is broken. `./openmyna test --all` cuts before every single write.

        *Writes* counts words of at most four octets that are written whole or not at all. `0–17 as before` means: a cut before write
        0, before write 1, … before write 17 leaves the card as it was before the command. *Of* says which file, object or application.
        To write the page anew after a change: `./mvnw -pl card/applets -am verify -Dtest=PowerCutMapTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenmyna.map.write=true`.
        """
                .formatted(results.size(), writing, writes);
    }

    private static String table(String application, List<Result> results) {
        StringBuilder table = new StringBuilder("\n## ").append(title(application)).append("\n\n");
        table.append(
                "| Command | Of | State before | Answer | Writes | Cut before write | Rule |\n");
        table.append("|---|---|---|---|---|---|---|\n");
        append(table, results.stream().filter(result -> result.writes() > 0).toList());
        table.append("\nThese write nothing, so they cannot be torn:\n\n");
        table.append("| Command | Of | State | Answer |\n|---|---|---|---|\n");
        append(table, results.stream().filter(result -> result.writes() == 0).toList());
        return table.toString();
    }

    /** Rows that differ in the file alone become one. */
    private static void append(StringBuilder table, List<Result> results) {
        Map<String, Set<String>> files = new LinkedHashMap<>();
        for (Result result : results) {
            files.computeIfAbsent(line(result), ignored -> new LinkedHashSet<>())
                    .add(result.row().file());
        }
        files.forEach((line, of) -> table.append(line.replace(FILES, String.join(", ", of))));
    }

    private static String title(String application) {
        return switch (application) {
            case "JPKI" -> "JPKI (公的個人認証AP)";
            case "FORM_INPUT" -> "Form input (券面事項入力補助AP)";
            case "CARD_FACE" -> "Card face (券面AP)";
            case "JUKI" -> "Juki (住基AP)";
            case "COMMON" -> "Common (共通カードAP)";
            default -> application;
        };
    }

    private static String line(Result result) {
        PowerCutRow row = result.row();
        String start =
                "| %s | %s | %s | %s |"
                        .formatted(row.command(), FILES, row.state(), result.answer());
        if (result.writes() == 0) {
            return start + "\n";
        }
        String after =
                result.ranges().stream()
                        .map(range -> words(range, row.rule()))
                        .collect(Collectors.joining(" · "));
        return start + " %d | %s | %s |\n".formatted(result.writes(), after, row.rule().words);
    }

    private static String words(Range range, PowerCutRule rule) {
        String writes =
                range.first() == range.last()
                        ? String.valueOf(range.first())
                        : range.first() + "–" + range.last();
        return writes + " " + rule.words(range.outcome());
    }
}
