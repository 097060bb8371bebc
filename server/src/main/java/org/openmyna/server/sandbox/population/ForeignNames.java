package org.openmyna.server.sandbox.population;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;

/** Names of foreign residents, in Latin letters as a residence card has them. */
final class ForeignNames {
    /**
     * A nationality with its names; where there are no family names, people have given names alone.
     */
    record Nation(
            String name,
            List<String> families,
            List<String> men,
            List<String> women,
            boolean givenFirst,
            int weight) {
        static Nation of(List<String> line) {
            return new Nation(
                    line.get(0),
                    Table.several(line.get(1)),
                    Table.several(line.get(2)),
                    Table.several(line.get(3)),
                    line.get(4).equals("yes"),
                    Integer.parseInt(line.get(5)));
        }

        PersonName name(String family, Sex sex, RandomGenerator chance) {
            String given = Addresses.among(sex == Sex.MALE ? men : women, chance);
            if (family.isEmpty()) return new PersonName(given);
            return new PersonName(givenFirst ? given + " " + family : family + " " + given);
        }

        String family(RandomGenerator chance) {
            return families.isEmpty() ? "" : Addresses.among(families, chance);
        }
    }

    private final Weighted<Nation> nations =
            new Weighted<>(Table.read("foreign-names.csv", Nation::of), Nation::weight);

    Nation nation(RandomGenerator chance) {
        return nations.draw(chance);
    }
}
