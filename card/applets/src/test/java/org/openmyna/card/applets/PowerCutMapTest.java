package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmyna.card.applets.PowerCutSweep.Result;

/**
 * Power is cut before the writes of every command of every application and of the issuer channel;
 * what is seen afterwards is legal, and stands in docs/power-cut-map.md.
 */
class PowerCutMapTest {

    private static final Path PAGE = Path.of("../../docs/power-cut-map.md");

    @Test
    void what_a_card_is_after_a_power_cut_is_legal_and_stands_in_the_map() throws IOException {
        List<Result> results = sweep();
        everyCommandHasARow(results);
        String page = PowerCutPage.of(results);
        if (Boolean.getBoolean("openmyna.map.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .as(
                        "docs/power-cut-map.md is not what the cards do. If they are right, write"
                                + " it anew with -Dopenmyna.map.write=true and read the difference.")
                .isEqualTo(Files.readString(PAGE));
    }

    private static List<Result> sweep() {
        var looks = new CardLook.Memory(MapWorld.OURS);
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        List<Result> results =
                PowerCutRows.all().parallelStream()
                        .flatMap(row -> {
                            try {
                                return Stream.of(PowerCutSweep.of(MapWorld.OURS, looks, row));
                            } catch (AssertionError illegal) {
                                failures.add(String.valueOf(illegal.getMessage()));
                                return Stream.of();
                            }
                        })
                        .toList();
        assertThat(failures).isEmpty();
        return results;
    }

    private static void everyCommandHasARow(List<Result> results) {
        Set<String> known = KnownCommands.ofTheCard();
        Set<String> rows =
                results.stream()
                        .filter(result -> !result.command().isEmpty())
                        .map(KnownCommands::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows)
                .as("commands that the card knows, and those in the table")
                .containsExactlyInAnyOrderElementsOf(known);
    }
}
