package org.openmyna.server.sandbox.population;

import static org.openmyna.server.sandbox.population.Fixed.man;
import static org.openmyna.server.sandbox.population.Fixed.woman;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.LoadedHousehold;

/** People to whom something happens once they are loaded; their names say what. */
public enum Stories {
    MOVED_OUT_YESTERDAY("架空 転", "カクウ ウタタ", "14100", "1990-01-15", Sex.MALE),
    MOVES_SOON("架空 移", "カクウ ウツル", "04100", "1995-02-15", Sex.FEMALE),
    MOVED_IN_CARD_NOT_SHOWN("架空 至", "カクウ イタル", "37201", "1983-03-15", Sex.MALE),
    MOVED_OUT_TERM_NEARLY_OVER("架空 滞", "カクウ トドム", "34100", "1978-04-15", Sex.MALE),
    ABROAD_WITH_CARD("架空 渡", "カクウ ワタル", "14130", "1987-05-15", Sex.MALE),
    ABROAD_WITHOUT_CARD("架空 遥", "カクウ ハルカ", "33100", "1993-06-15", Sex.FEMALE),
    NEWBORN("架空 育", "カクウ イク", "11100", "1994-07-15", Sex.FEMALE),
    LATE_NOTICE("架空 遅", "カクウ オソ", "12100", "1969-08-15", Sex.FEMALE),
    NAME_CHANGED("架空 結", "カクウ ユイ", "43100", "1996-09-15", Sex.FEMALE),
    FORMER_SURNAME("架空 旧", "カクウ モト", "17201", "1984-10-15", Sex.FEMALE),
    DIED("架空 寿", "カクウ ヒサシ", "38201", "1932-11-15", Sex.MALE),
    CANCELLED("架空 戻", "カクウ モドル", "39201", "1980-12-15", Sex.MALE);

    private final String name;
    private final String furigana;
    private final String city;
    private final LocalDate born;
    private final Sex sex;

    Stories(String name, String furigana, String city, String born, Sex sex) {
        this.name = name;
        this.furigana = furigana;
        this.city = city;
        this.born = LocalDate.parse(born);
        this.sex = sex;
    }

    /** Nobody else of a population has this name. */
    public PersonName personName() {
        return PersonName.parse(name);
    }

    static List<LoadedHousehold> households(Fixed fixed) {
        return Stream.of(values()).map(story -> story.household(fixed)).toList();
    }

    private LoadedHousehold household(Fixed fixed) {
        return fixed.home(
                city,
                0,
                "の３",
                sex == Sex.MALE
                        ? man(name, furigana, born, Role.HOUSEHOLDER)
                        : woman(name, furigana, born, Role.HOUSEHOLDER));
    }
}
