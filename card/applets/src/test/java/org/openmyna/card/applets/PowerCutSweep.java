package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openmyna.card.nvm.PowerLoss;

/**
 * Cuts the power before the writes of one row, looks, and judges. All writes if there are few, or
 * if the long tests run; else the first, the last, every so many, and those between two that
 * differ.
 */
final class PowerCutSweep {

    private static final boolean EVERY_WRITE = Integer.getInteger("openmyna.test.length", 1) > 1;
    private static final int FEW = 48;
    private static final int FIRST = 16;
    private static final int LAST = 8;
    private static final int BETWEEN = 12;

    /**
     * @param command class and instruction, as four digits; empty if it is none
     * @param outcomes by the number of the write before which power was cut
     */
    record Result(
            PowerCutRow row,
            String command,
            String answer,
            int writes,
            NavigableMap<Integer, Character> outcomes) {

        List<Range> ranges() {
            List<Range> ranges = new ArrayList<>();
            outcomes.forEach((write, outcome) -> {
                boolean goes = !ranges.isEmpty() && ranges.getLast().outcome() == outcome;
                int first = goes ? ranges.removeLast().first() : write;
                ranges.add(new Range(first, write, outcome));
            });
            return ranges;
        }
    }

    record Range(int first, int last, char outcome) {}

    /** The row as it is without a cut. */
    private record Whole(byte[] before, byte[] after, String command, String answer, int writes) {}

    private final MapWorld world;
    private final CardLook.Memory looks;
    private final PowerCutRow row;

    private PowerCutSweep(MapWorld world, CardLook.Memory looks, PowerCutRow row) {
        this.world = world;
        this.looks = looks;
        this.row = row;
    }

    static Result of(MapWorld world, CardLook.Memory looks, PowerCutRow row) {
        return new PowerCutSweep(world, looks, row).sweep();
    }

    private MapCard prepared() {
        MapCard card = new MapCard(world, row.image().apply(world));
        row.before().accept(card);
        card.forgetCommands();
        return card;
    }

    private Whole whole() {
        MapCard card = prepared();
        byte[] before = card.image();
        long writes = card.memory().writes();
        row.act().accept(card);
        return new Whole(
                before,
                card.image(),
                card.lastCommand(),
                card.lastAnswer(),
                (int) (card.memory().writes() - writes));
    }

    private Result sweep() {
        Whole whole = whole();
        var result =
                new Result(row, whole.command(), whole.answer(), whole.writes(), new TreeMap<>());
        if (whole.writes() == 0) {
            assertThat(row.rule()).as("%s writes nothing", row).isEqualTo(PowerCutRule.NOTHING);
            assertThat(Arrays.equals(whole.before(), whole.after())).as("%s", row).isTrue();
            return result;
        }
        SortedMap<String, String> before = looks.of(whole.before());
        SortedMap<String, String> after = looks.of(whole.after());
        assertThat(!before.equals(after))
                .as("%s changes the card: %s, %s", row, before, after)
                .isEqualTo(row.rule().changes);
        if (row.rule() == PowerCutRule.WRONG_GUESS || row.rule() == PowerCutRule.WRONG_MAC) {
            assertThat(fewerTries(before, after)).as("%s costs one try", row).isNotEqualTo(' ');
        }
        if ("terminated".equals(after.get(CardLook.CARD))) {
            assertThat(after.get(CardLook.SECRETS))
                    .as("%s", row)
                    .doesNotContain("pair", "Key", "value");
            assertThat(after.keySet().stream().filter(name -> name.endsWith(" SELECT")))
                    .allMatch(name -> after.get(name).equals("6600"));
        }
        for (int write : places(whole.writes())) {
            result.outcomes().put(write, cut(write, before, after));
        }
        for (int edge = edge(result); edge >= 0; edge = edge(result)) {
            result.outcomes().put(edge, cut(edge, before, after));
        }
        String order = order(result);
        assertThat(row.rule().allows(order))
                .as("%s: %s after cuts, allowed: %s", row, result.ranges(), row.rule())
                .isTrue();
        return result;
    }

    private static String order(Result result) {
        StringBuilder order = new StringBuilder();
        result.outcomes().values().forEach(order::append);
        return order.toString();
    }

    private static TreeSet<Integer> places(int writes) {
        TreeSet<Integer> places = new TreeSet<>();
        int step = EVERY_WRITE || writes <= FEW ? 1 : writes / BETWEEN;
        for (int n = 0; n < writes; n++) {
            if (n < FIRST || n % step == 0 || n >= writes - LAST) {
                places.add(n);
            }
        }
        return places;
    }

    /** A write between two neighbours that differ, or -1. */
    private static int edge(Result result) {
        int before = result.outcomes().firstKey();
        for (int write : result.outcomes().keySet()) {
            if (write > before + 1
                    && !result.outcomes().get(write).equals(result.outcomes().get(before))) {
                return (before + write) / 2;
            }
            before = write;
        }
        return -1;
    }

    private char cut(int write, SortedMap<String, String> before, SortedMap<String, String> after) {
        MapCard card = prepared();
        card.memory().cutPowerAfter(write);
        try {
            row.act().accept(card);
            throw new AssertionError(row + " writes less than before: not even " + write);
        } catch (PowerLoss cut) {
            card.memory().restorePower();
        }
        return outcome(write, before, looks.of(card.image()), after);
    }

    private char outcome(
            int write,
            SortedMap<String, String> before,
            SortedMap<String, String> torn,
            SortedMap<String, String> after) {
        if (torn.equals(before)) {
            return 'O';
        }
        if (torn.equals(after)) {
            return 'N';
        }
        char fewer = fewerTries(before, torn);
        if (fewer != ' ') {
            return fewer;
        }
        SortedMap<String, String> differences = differences(before, torn);
        // A pair that lies there and cannot be used is no key either, on a BLANK card.
        boolean noKey =
                (row.rule() == PowerCutRule.KEY
                                || differences.keySet().stream()
                                        .anyMatch(name -> name.endsWith(CardLook.KEY)))
                        && differences.keySet().stream().allMatch(name -> isOfNoKey(name, torn));
        if (noKey) {
            return 'K';
        }
        throw new AssertionError(
                "%s: cut before write %d of the command makes %s of %s (whole command: %s)"
                        .formatted(
                                row,
                                write,
                                differences,
                                differences(torn, before),
                                differences(before, after)));
    }

    /** T or C if one try is gone and nothing else happened, else a blank. */
    private static char fewerTries(
            SortedMap<String, String> before, SortedMap<String, String> torn) {
        SortedMap<String, String> differences = differences(before, torn);
        String only = differences.size() == 1 ? differences.firstKey() : "";
        if (only.endsWith(CardLook.TRIES) && isOneFewer(before.get(only), torn.get(only))) {
            return only.equals(CardLook.CHANNEL_TRIES) ? 'C' : 'T';
        }
        return isBlocked(before, differences) ? 'T' : ' ';
    }

    private static boolean isOfNoKey(String name, SortedMap<String, String> torn) {
        return name.endsWith(CardLook.KEY) && CardLook.NO_KEY.equals(torn.get(name))
                || name.equals(CardLook.PUBLIC_HALF) && "6A88".equals(torn.get(name))
                || name.equals(CardLook.SECRETS);
    }

    /** The last try is gone: what it opens cannot be seen any more, and the value neither. */
    private static boolean isBlocked(
            SortedMap<String, String> before, SortedMap<String, String> differences) {
        return differences.keySet().stream()
                .filter(name -> name.endsWith(CardLook.TRIES) && differences.get(name).equals("0"))
                .filter(name -> before.get(name).equals("1"))
                .anyMatch(name ->
                        differences.values().stream()
                                .allMatch(value ->
                                        value.equals("0")
                                                || value.equals("6982")
                                                || value.equals(CardLook.NOT_TO_BE_SEEN)));
    }

    private static boolean isOneFewer(String before, String torn) {
        return before != null
                && torn != null
                && Integer.parseInt(before) == Integer.parseInt(torn) + 1;
    }

    /** What {@code second} says differently from {@code first}. */
    private static SortedMap<String, String> differences(
            SortedMap<String, String> first, SortedMap<String, String> second) {
        SortedMap<String, String> differences = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            String value = second.getOrDefault(name, "absent");
            if (!value.equals(first.get(name))) {
                differences.put(name, value);
            }
        }
        return differences;
    }
}
