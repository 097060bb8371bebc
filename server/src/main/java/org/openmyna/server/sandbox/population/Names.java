package org.openmyna.server.sandbox.population;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.openmyna.kernel.Sex;

/** Names of Japanese people: common surnames and given names, combined by chance. */
final class Names {
    /** A name and how it is read. */
    record Read(String text, String furigana, int weight) {}

    private record Given(Read read, boolean male, int from, int to) {
        static Given of(List<String> line) {
            return new Given(
                    new Read(line.get(0), line.get(1), Integer.parseInt(line.get(5))),
                    line.get(2).equals("M"),
                    Integer.parseInt(line.get(3)),
                    Integer.parseInt(line.get(4)));
        }
    }

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2026;

    private final Weighted<Read> surnames =
            new Weighted<>(
                    Table.read(
                            "surnames.csv",
                            line ->
                                    new Read(
                                            line.get(0),
                                            line.get(1),
                                            Integer.parseInt(line.get(2)))),
                    Read::weight);
    private final List<Given> given = Table.read("given-names.csv", Given::of);
    private final List<Weighted<Read>> men = byYear(true);
    private final List<Weighted<Read>> women = byYear(false);

    private List<Weighted<Read>> byYear(boolean male) {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year ->
                        given.stream()
                                .filter(each -> each.male() == male)
                                .filter(each -> each.from() <= year && year <= each.to())
                                .map(Given::read)
                                .toList())
                .map(names -> new Weighted<>(names, Read::weight))
                .toList();
    }

    Read surname(RandomGenerator chance) {
        return surnames.draw(chance);
    }

    /** As parents chose one in that year. */
    Read given(Sex sex, int year, RandomGenerator chance) {
        int at = Math.clamp(year, FIRST_YEAR, LAST_YEAR) - FIRST_YEAR;
        return (sex == Sex.MALE ? men : women).get(at).draw(chance);
    }
}
