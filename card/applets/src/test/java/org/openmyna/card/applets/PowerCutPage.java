package org.openmyna.card.applets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmyna.card.applets.PowerCutSweep.Range;
import org.openmyna.card.applets.PowerCutSweep.Result;

/** The map as a page in Markdown. */
final class PowerCutPage {

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
                0, before write 1, … before write 17 leaves the card as it was before the command. A row without writes cannot be torn.
                To write the page anew after a change: `./mvnw -pl card/applets -am verify -Dtest=PowerCutMapTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenmyna.map.write=true`.
                """
                .formatted(results.size(), writing, writes);
    }

    private static String table(String application, List<Result> results) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (Result result : results) {
            files.computeIfAbsent(line(result), ignored -> new ArrayList<>())
                    .add(result.row().file());
        }
        StringBuilder table = new StringBuilder("\n## ").append(title(application)).append("\n\n");
        table.append("| Command | Of | State before | Answer | Writes | After a cut before write | Rule |\n");
        table.append("|---|---|---|---|---|---|---|\n");
        files.forEach(
                (line, of) ->
                        table.append(
                                line.replace(
                                        "{files}",
                                        of.stream().distinct().collect(Collectors.joining(", ")))));
        return table.toString();
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
        String after =
                result.ranges().stream()
                        .map(range -> words(range, row.rule()))
                        .collect(Collectors.joining(" · "));
        String writes = result.writes() == 0 ? "0" : String.valueOf(result.writes());
        return "| %s | {files} | %s | %s | %s | %s | %s |%n"
                .formatted(
                        row.command(),
                        row.state(),
                        result.answer(),
                        writes,
                        after,
                        row.rule().words)
                .replace(System.lineSeparator(), "\n");
    }

    private static String words(Range range, PowerCutRule rule) {
        String writes =
                range.first() == range.last()
                        ? String.valueOf(range.first())
                        : range.first() + "–" + range.last();
        return writes + " " + rule.words(range.outcome());
    }
}
