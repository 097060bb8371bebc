package org.openmyna.server.sandbox.population;

import java.util.List;
import org.openmyna.kernel.MunicipalityCode;

/**
 * A municipality that test people live in.
 *
 * @param english its name in Latin letters
 * @param romaji as in certificates: {@code Himeji-shi}
 * @param kana its name in katakana
 * @param prefectureRomaji as in certificates: {@code Hyogo-ken}
 * @param thousands people who really live there
 * @param towns that exist there
 */
public record Municipality(
        MunicipalityCode code,
        String name,
        String english,
        String romaji,
        String kana,
        String prefecture,
        String prefectureRomaji,
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
                line.get(5),
                line.get(6),
                Integer.parseInt(line.get(7)),
                Table.several(line.get(8)));
    }
}
