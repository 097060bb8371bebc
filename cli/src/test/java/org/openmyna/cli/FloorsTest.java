package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Imports point down the floors of the house (docs/architecture.md), and this test draws its map.
 */
class FloorsTest {
    private static final Map<String, Integer> FLOORS = floors();

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.openmyna", "javacard", "javacardx");

    private static Map<String, Integer> floors() {
        var floors = new LinkedHashMap<String, Integer>();
        floors.put("kernel", 0);
        floors.put("localhost", 0);
        floors.put("card.nvm", 0);
        floors.put("trust.lint", 0);
        floors.put("trust.checker", 0);
        floors.put("database", 1);
        floors.put("card.javacard", 1);
        floors.put("card.protocol", 1);
        floors.put("trust.profile", 1);
        floors.put("card.applets", 2);
        floors.put("card.reader", 2);
        floors.put("trust.authority", 2);
        floors.put("trust.verifier", 2);
        floors.put("card.chip", 3);
        floors.put("trust.documents", 3);
        floors.put("card.issuer", 4);
        floors.put("agent", 4);
        floors.put("server", 5);
        floors.put("bench", 6);
        floors.put("cli", 7);
        return floors;
    }

    @Test
    void imports_point_down_the_floors() {
        Map<String, Set<String>> map = map();
        print(map);
        var wrong = new TreeSet<String>();
        map.forEach((room, uses) -> {
            for (String used : uses) {
                if (floorOf(used) >= floorOf(room)) wrong.add(room + " uses " + used);
            }
        });
        assertThat(wrong).as("a room may use only rooms on a lower floor").isEmpty();
    }

    @Test
    void every_room_is_looked_at() {
        assertThat(map().keySet()).containsExactlyInAnyOrderElementsOf(FLOORS.keySet());
    }

    @Test
    void applets_use_nothing_but_the_java_card_api() {
        for (JavaClass applet : CLASSES) {
            if (!roomOf(applet).equals(Optional.of("card.applets"))) continue;
            for (Dependency used : applet.getDirectDependenciesFromSelf()) {
                String target = used.getTargetClass().getBaseComponentType().getName();
                assertThat(target)
                        .as(
                                "the applets must stay convertible to a CAP file: %s",
                                used.getDescription())
                        .matches(
                                "javacardx?\\..*|org\\.openmyna\\.card\\.applets\\..*"
                                        + "|java\\.lang\\.(Object|Throwable|[A-Z]\\w*Exception|Deprecated)"
                                        + "|org\\.openmyna\\.card\\.nvm\\..*|byte|short|boolean|void|int");
            }
        }
    }

    @Test
    void published_libraries_need_no_framework() {
        List<String> published =
                List.of(
                        "kernel",
                        "localhost",
                        "card.protocol",
                        "card.reader",
                        "trust.profile",
                        "trust.verifier",
                        "trust.documents");
        for (JavaClass each : CLASSES) {
            if (roomOf(each).filter(published::contains).isEmpty()) continue;
            for (Dependency used : each.getDirectDependenciesFromSelf()) {
                assertThat(used.getTargetClass().getPackageName())
                        .as(used.getDescription())
                        .doesNotStartWith("org.springframework")
                        .doesNotStartWith("picocli");
            }
        }
    }

    private static Map<String, Set<String>> map() {
        var map = new TreeMap<String, Set<String>>();
        for (JavaClass each : CLASSES) {
            Optional<String> room = roomOf(each);
            if (room.isEmpty()) continue;
            Set<String> uses = map.computeIfAbsent(room.get(), _ -> new TreeSet<>());
            for (Dependency used : each.getDirectDependenciesFromSelf()) {
                roomOf(used.getTargetClass().getBaseComponentType())
                        .filter(other -> !other.equals(room.get()))
                        .ifPresent(uses::add);
            }
        }
        return map;
    }

    /** The Java Card API is part of the room that implements it. */
    private static Optional<String> roomOf(JavaClass each) {
        String name = each.getPackageName();
        if (name.startsWith("javacard")) return Optional.of("card.javacard");
        return FLOORS.keySet().stream()
                .filter(room -> (name + ".").startsWith("org.openmyna." + room + "."))
                .findFirst();
    }

    private static int floorOf(String room) {
        return FLOORS.getOrDefault(room, -1);
    }

    private static void print(Map<String, Set<String>> map) {
        FLOORS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(room ->
                        System.out.printf(
                                "floor %d  %-16s -> %s%n",
                                room.getValue(),
                                room.getKey(),
                                String.join(", ", map.getOrDefault(room.getKey(), Set.of()))));
    }
}
