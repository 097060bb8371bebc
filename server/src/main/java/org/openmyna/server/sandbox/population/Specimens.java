package org.openmyna.server.sandbox.population;

import static org.openmyna.server.sandbox.population.Fixed.man;
import static org.openmyna.server.sandbox.population.Fixed.woman;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.residents.api.LoadedHousehold;
import org.openmyna.server.residents.api.ResidentRecord;

/** The six people of all examples, with the numbers that examples print. */
public final class Specimens {
    /** A specimen's code, and the number that goes with it. */
    public record Numbers(ResidentRecordCode code, MyNumber number) {
        private static Numbers of(String code, String number) {
            return new Numbers(new ResidentRecordCode(code), new MyNumber(number));
        }
    }

    private static final String ICHIRO = "40610267710";
    private static final String HANAKO = "25006084039";
    private static final String SHOTA = "23069105076";
    private static final String SAKURA = "18498286190";
    private static final String CHIYO = "46053656250";
    private static final String TARO = "29378659700";

    private static final Map<String, LocalDate> BORN =
            Map.of(
                    "試験　一郎", LocalDate.of(1985, 3, 7),
                    "架空　花子", LocalDate.of(1992, 11, 30),
                    "見本　翔太", LocalDate.of(2019, 5, 1),
                    "例示　さくら", LocalDate.of(1989, 1, 8),
                    "仮名　千代", LocalDate.of(1926, 12, 25),
                    "標準　太郎", LocalDate.of(1989, 1, 7));

    private Specimens() {}

    /** Whether this is one of the six, and nobody of the same name. */
    public static boolean isOne(ResidentRecord record) {
        LocalDate born = BORN.get(record.name().text());
        return born != null && record.birthDate().exact().equals(Optional.of(born));
    }

    public static List<Numbers> numbers() {
        return List.of(
                Numbers.of(ICHIRO, "994471615639"),
                Numbers.of(HANAKO, "952506889341"),
                Numbers.of(SHOTA, "972207938248"),
                Numbers.of(SAKURA, "967487295718"),
                Numbers.of(CHIYO, "986130812786"),
                Numbers.of(TARO, "972292179741"));
    }

    static List<LoadedHousehold> households(Fixed fixed) {
        return List.of(
                fixed.home(
                        "28201",
                        0,
                        "の１",
                        man("試験 一郎", "シケン イチロウ", LocalDate.of(1985, 3, 7), "世帯主").coded(ICHIRO),
                        woman("試験 美咲", "シケン ミサキ", LocalDate.of(1987, 8, 15), "妻"),
                        woman("試験 結衣", "シケン ユイ", LocalDate.of(2016, 6, 2), "子")),
                fixed.home(
                        "36201",
                        0,
                        "の１　試験ハイツ００００号室",
                        woman("架空 花子", "カクウ ハナコ", LocalDate.of(1992, 11, 30), "世帯主").coded(HANAKO)),
                fixed.home(
                        "13101",
                        0,
                        "の１",
                        woman("見本 彩", "ミホン アヤ", LocalDate.of(1991, 4, 20), "世帯主"),
                        man("見本 翔太", "ミホン ショウタ", LocalDate.of(2019, 5, 1), "子").coded(SHOTA)),
                fixed.home(
                        "13113",
                        0,
                        "の１　試験コーポ００００号室",
                        woman("例示 さくら", "レイジ サクラ", LocalDate.of(1989, 1, 8), "世帯主").coded(SAKURA)),
                fixed.home(
                        "13121",
                        0,
                        "の１",
                        woman("仮名 千代", "カメイ チヨ", LocalDate.of(1926, 12, 25), "世帯主").coded(CHIYO)),
                fixed.home(
                        "47201",
                        0,
                        "の１",
                        man("標準 太郎", "ヒョウジュン タロウ", LocalDate.of(1989, 1, 7), "世帯主").coded(TARO)));
    }
}
