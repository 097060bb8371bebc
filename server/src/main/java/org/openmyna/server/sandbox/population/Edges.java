package org.openmyna.server.sandbox.population;

import static org.openmyna.server.sandbox.population.Fixed.man;
import static org.openmyna.server.sandbox.population.Fixed.woman;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.ForeignResident;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.Protection;

/** One household for each thing that programs get wrong. */
final class Edges {
    private static final String HEAD = "世帯主";
    private static final String CHILD = "子";

    private Edges() {}

    static List<LoadedHousehold> households(Fixed fixed) {
        List<LoadedHousehold> all = new ArrayList<>();
        all.addAll(twins(fixed));
        all.addAll(sameNameAndDay(fixed));
        all.addAll(glyphs(fixed));
        all.addAll(unknownDays(fixed));
        all.addAll(calendar(fixed));
        all.addAll(ages(fixed));
        all.addAll(foreign(fixed));
        all.addAll(others(fixed));
        return all;
    }

    private static List<LoadedHousehold> twins(Fixed fixed) {
        LocalDate same = LocalDate.of(2018, 2, 3);
        LocalDate day = LocalDate.of(2012, 7, 21);
        return List.of(
                fixed.home(
                        "28100",
                        0,
                        "の２",
                        man("見本 健一", "ミホン ケンイチ", LocalDate.of(1980, 5, 5), HEAD),
                        woman("見本 智子", "ミホン トモコ", LocalDate.of(1983, 9, 9), "妻"),
                        man("見本 空", "ミホン ソラ", day, CHILD),
                        man("見本 海", "ミホン カイ", day, CHILD)),
                // one of them was adopted: one name, read in two ways
                fixed.home(
                        "40130",
                        0,
                        "の２",
                        woman("例示 恵", "レイジ メグミ", LocalDate.of(1985, 10, 1), HEAD),
                        man("例示 光", "レイジ ヒカル", same, CHILD),
                        man("例示 光", "レイジ コウ", same, CHILD)));
    }

    private static List<LoadedHousehold> sameNameAndDay(Fixed fixed) {
        LocalDate day = LocalDate.of(1950, 4, 1);
        return List.of(
                fixed.home("27100", 0, "の２", woman("架空 和子", "カクウ カズコ", day, HEAD)),
                fixed.home("27100", 1, "の２", woman("架空 和子", "カクウ カズコ", day, HEAD)));
    }

    private static List<LoadedHousehold> glyphs(Fixed fixed) {
        return List.of(
                fixed.home(
                        "29201",
                        0,
                        "の２",
                        man("葛󠄀城 朗󠄅", "カツラギ アキラ", LocalDate.of(1961, 1, 31), HEAD),
                        woman("葛󠄀城 蓉", "カツラギ ヨウ", LocalDate.of(1963, 12, 31), "妻")),
                fixed.home(
                        "31201",
                        0,
                        "の２",
                        man("𠮷田 瀨󠄀人", "ヨシダ セト", LocalDate.of(1975, 6, 6), HEAD)),
                fixed.home(
                        "32201", 0, "の２", woman("辻󠄀 一", "ツジ ハジメ", LocalDate.of(1990, 2, 2), HEAD)),
                fixed.home(
                        "41201", 0, "の２", man("一 一", "ニノマエ ハジメ", LocalDate.of(1971, 1, 1), HEAD)),
                fixed.home(
                        "42201",
                        0,
                        "の２",
                        woman("見本 エヴァ", "ミホン エヴァ", LocalDate.of(1999, 9, 9), HEAD),
                        woman("例示 セーラ", "レイジ セーラ", LocalDate.of(2000, 12, 12), "同居人")));
    }

    private static List<LoadedHousehold> unknownDays(Fixed fixed) {
        LocalDate about = LocalDate.of(1935, 5, 1);
        return List.of(
                fixed.home(
                        "10201",
                        0,
                        "の２",
                        vague(
                                "試験 トメ",
                                "シケン トメ",
                                about,
                                new JapaneseDate.MonthUnknown(Era.SHOWA, 10))),
                fixed.home(
                        "10201",
                        1,
                        "の２",
                        vague(
                                "試験 キヨ",
                                "シケン キヨ",
                                about,
                                new JapaneseDate.DayUnknown(Era.SHOWA, 10, 5))),
                fixed.home(
                        "21201",
                        0,
                        "の２",
                        vague("仮名 シズエ", "カメイ シズエ", about, new JapaneseDate.YearUnknown(Era.SHOWA))),
                fixed.home(
                        "21201",
                        1,
                        "の２",
                        vague("仮名 ハル", "カメイ ハル", about, new JapaneseDate.Unknown())));
    }

    private static Draft vague(String name, String furigana, LocalDate about, JapaneseDate known) {
        return woman(name, furigana, about, HEAD).registeredAsBorn(known);
    }

    private static List<LoadedHousehold> calendar(Fixed fixed) {
        return List.of(
                fixed.home(
                        "02201",
                        0,
                        "の２",
                        woman("標準 文子", "ヒョウジュン フミコ", LocalDate.of(1952, 2, 29), HEAD)),
                fixed.home(
                        "03201",
                        0,
                        "の２",
                        man("標準 誠", "ヒョウジュン マコト", LocalDate.of(2000, 2, 29), HEAD),
                        woman("標準 澪", "ヒョウジュン ミオ", LocalDate.of(2024, 2, 29), CHILD)),
                fixed.home(
                        "05201", 0, "の２", man("例示 正", "レイジ タダシ", LocalDate.of(1926, 12, 24), HEAD)),
                fixed.home(
                        "06201",
                        0,
                        "の２",
                        woman("例示 直美", "レイジ ナオミ", LocalDate.of(1990, 12, 31), HEAD),
                        man("例示 蓮", "レイジ レン", LocalDate.of(2019, 4, 30), CHILD)),
                fixed.home(
                        "07201", 0, "の２", man("見本 茂", "ミホン シゲル", LocalDate.of(1921, 1, 1), HEAD)));
    }

    /** Tomorrow fifteen, today eighteen, born today. */
    private static List<LoadedHousehold> ages(Fixed fixed) {
        LocalDate today = fixed.today();
        return List.of(
                fixed.home(
                        "08201",
                        0,
                        "の２",
                        woman("架空 裕子", "カクウ ユウコ", today.minusYears(44).minusDays(3), HEAD),
                        woman("架空 莉子", "カクウ リコ", today.minusYears(15).plusDays(1), CHILD),
                        man("架空 樹", "カクウ イツキ", today.minusYears(18), CHILD)),
                fixed.home(
                        "09201",
                        0,
                        "の２",
                        woman("架空 麻衣", "カクウ マイ", today.minusYears(31).minusDays(90), HEAD),
                        woman("架空 新", "カクウ アラタ", today, CHILD)));
    }

    private static List<LoadedHousehold> foreign(Fixed fixed) {
        LocalDate today = fixed.today();
        Draft longName =
                stranger(
                                "MARIA CRISTINA ESPERANZA DELA CRUZ VILLANUEVA",
                                LocalDate.of(1988, 7, 7),
                                new ForeignResident(
                                        "フィリピン", "永住者", Optional.empty(), "TS90000001TS"))
                        .calledHere("見本　マリア");
        Draft oneName =
                stranger(
                        "SURYANI",
                        LocalDate.of(1996, 10, 10),
                        new ForeignResident(
                                "インドネシア",
                                "特定技能１号",
                                Optional.of(today.plusDays(20)),
                                "TS90000002TS"));
        return List.of(
                fixed.home("23100", 0, "の２", longName),
                fixed.home("22100", 0, "の２　試験荘００００号室", oneName));
    }

    private static Draft stranger(String name, LocalDate born, ForeignResident stay) {
        return new Draft(new PersonName(name), born, Sex.FEMALE, HEAD).foreign(stay);
    }

    private static List<LoadedHousehold> others(Fixed fixed) {
        LocalDate today = fixed.today();
        Protection measure =
                new Protection(today.minusMonths(11), today.plusMonths(1).minusDays(1));
        return List.of(
                fixed.home(
                        "15100",
                        0,
                        "の２",
                        woman("仮名 京子", "カメイ キョウコ", LocalDate.of(1982, 3, 3), HEAD)
                                .isProtected(measure),
                        man("仮名 湊", "カメイ ミナト", LocalDate.of(2014, 8, 8), CHILD)
                                .isProtected(measure)),
                fixed.home(
                        "26100",
                        0,
                        "の２",
                        woman("標準 彩", "ヒョウジュン アヤ", LocalDate.of(1986, 11, 3), HEAD).formerly("例示")),
                fixed.home(
                        "01100",
                        0,
                        "の２",
                        man("標準 勇", "ヒョウジュン イサム", LocalDate.of(1951, 6, 1), HEAD),
                        woman("標準 節子", "ヒョウジュン セツコ", LocalDate.of(1953, 6, 1), "妻"),
                        man("標準 大樹", "ヒョウジュン ダイキ", LocalDate.of(1982, 6, 1), CHILD),
                        woman("標準 愛", "ヒョウジュン アイ", LocalDate.of(1984, 6, 1), "子の妻"),
                        man("標準 蒼", "ヒョウジュン アオイ", LocalDate.of(2011, 6, 1), "子の子"),
                        woman("標準 凛", "ヒョウジュン リン", LocalDate.of(2014, 6, 1), "子の子"),
                        woman("仮名 清", "カメイ キヨ", LocalDate.of(1929, 6, 1), "妻の母")));
    }
}
