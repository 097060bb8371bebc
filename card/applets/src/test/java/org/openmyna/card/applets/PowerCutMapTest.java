package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
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
        String page = PowerCutPage.of(results);
        if (Boolean.getBoolean("openmyna.map.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .as(
                        "docs/power-cut-map.md is not what the cards do. If they are right, write"
                                + " it anew with -Dopenmyna.map.write=true and read the difference.")
                .isEqualTo(Files.readString(PAGE));
        unknownTo(results);
    }

    private static List<Result> sweep() {
        var looks = new CardLook.Memory(MapWorld.OURS);
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        List<Result> results =
                PowerCutRows.all().parallelStream()
                        .flatMap(
                                row -> {
                                    try {
                                        return java.util.stream.Stream.of(
                                                PowerCutSweep.of(MapWorld.OURS, looks, row));
                                    } catch (AssertionError illegal) {
                                        failures.add(String.valueOf(illegal.getMessage()));
                                        return java.util.stream.Stream.of();
                                    }
                                })
                        .toList();
        assertThat(failures).isEmpty();
        return results;
    }

    private static void unknownTo(List<Result> results) {
        var missing = new TreeSet<>(KnownCommands.ofTheCard());
        for (Result result : results) {
            missing.remove(KnownCommands.name(result));
        }
        assertThat(missing).as("commands of the card without a row in the table").isEmpty();
    }
}
