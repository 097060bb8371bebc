package org.openmyna.server.sandbox.population;

import java.util.List;
import org.openmyna.kernel.MunicipalityCode;

/**
 * A municipality that test people live in.
 *
 * @param english its name in Latin letters
 * @param kana its name in katakana
 * @param thousands people who really live there
 * @param towns that exist there
 */
public record Municipality(
        MunicipalityCode code,
        String name,
        String english,
        String kana,
        String prefecture,
        int thousands,
        List<String> towns) {
    public Municipality {
        towns = List.copyOf(towns);
    }

    static Municipality of(List<String> line) {
        return new Municipality(
                MunicipalityCode.withCheckDigit(line.get(0)),
                line.get(1),
                line.get(2),
                line.get(3),
                line.get(4),
                Integer.parseInt(line.get(5)),
                Table.several(line.get(6)));
    }
}
