package org.openmyna.server.sandbox.population;

import static org.openmyna.server.sandbox.population.Fixed.man;
import static org.openmyna.server.sandbox.population.Fixed.woman;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.openmyna.kernel.PersonName;
import org.openmyna.server.residents.api.LoadedHousehold;

/** People to whom something happens once they are loaded; their names say what. */
public enum Stories {
    MOVED_OUT_YESTERDAY("架空 転", "カクウ ウタタ", "14100", 1990),
    MOVES_SOON("架空 移", "カクウ ウツル", "04100", 1995),
    MOVED_IN_CARD_NOT_SHOWN("架空 至", "カクウ イタル", "37201", 1983),
    MOVED_OUT_TERM_NEARLY_OVER("架空 滞", "カクウ トドム", "34100", 1978),
    ABROAD_WITH_CARD("架空 渡", "カクウ ワタル", "14130", 1987),
    ABROAD_WITHOUT_CARD("架空 遥", "カクウ ハルカ", "33100", 1993),
    NEWBORN("架空 育", "カクウ イク", "11100", 1994),
    LATE_NOTICE("架空 遅", "カクウ オソ", "12100", 1969),
    NAME_CHANGED("架空 結", "カクウ ユイ", "43100", 1996),
    FORMER_SURNAME("架空 旧", "カクウ モト", "17201", 1984),
    DIED("架空 寿", "カクウ ヒサシ", "38201", 1932),
    CANCELLED("架空 戻", "カクウ モドル", "39201", 1980);

    private final String name;
    private final String furigana;
    private final String city;
    private final int year;

    Stories(String name, String furigana, String city, int year) {
        this.name = name;
        this.furigana = furigana;
        this.city = city;
        this.year = year;
    }

    /** Nobody else of a population has this name. */
    public PersonName personName() {
        return PersonName.parse(name);
    }

    static List<LoadedHousehold> households(Fixed fixed) {
        return Stream.of(values()).map(story -> story.household(fixed)).toList();
    }

    private LoadedHousehold household(Fixed fixed) {
        LocalDate born = LocalDate.of(year, ordinal() + 1, 15);
        boolean man = ordinal() % 2 == 0 && this != NEWBORN;
        return fixed.home(
                city,
                0,
                "の３",
                man
                        ? man(name, furigana, born, Role.HOUSEHOLDER)
                        : woman(name, furigana, born, Role.HOUSEHOLDER));
    }
}
