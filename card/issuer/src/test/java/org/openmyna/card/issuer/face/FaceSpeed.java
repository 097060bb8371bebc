package org.openmyna.card.issuer.face;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.SecurityCode;

/**
 * Prints the processor time that the pictures of a card take, round by round while the process
 * warms up.
 */
final class FaceSpeed {
    private static final int ROUND = 500;
    private static final String KANJI =
            "一山田中村佐藤鈴木高橋渡辺伊東小林加吉川口松井清水斎原石島崎福岡本上野森池長谷部近遠江戸千代久保"
                    + "太郎花子翔美咲健次直樹恵理由紀奈央香織真弓誠実和幸勇気愛結衣陽菜大輝蓮悠斗優";

    private FaceSpeed() {}

    public static void main(String[] args) {
        var chance = new SplittableRandom(1);
        long start = cpuNanos();
        FaceFonts.bundled();
        print("fonts read", start, 1);
        for (int round = 1; round <= 6; round++) {
            start = cpuNanos();
            for (int i = 0; i < ROUND; i++) {
                texts(chance);
            }
            print("round " + round + ": four text pictures of a card", start, ROUND);
        }
        for (int round = 1; round <= 4; round++) {
            start = cpuNanos();
            for (int i = 0; i < 20; i++) {
                FacePhoto.specimen(chance.nextLong());
            }
            print("round " + round + ": a drawn photo", start, 20);
        }
    }

    private static void texts(SplittableRandom chance) {
        FaceText.name(PersonName.of(kanji(chance, 2), kanji(chance, 2)));
        FaceText.address(
                new Address("兵庫県姫路市" + kanji(chance, 3) + "町９９９９番地　" + kanji(chance, 4) + "０００号室"));
        FaceText.myNumber(
                MyNumber.withCheckDigit(
                        String.valueOf(chance.nextLong(90_000_000_000L, 100_000_000_000L))));
        FaceText.securityCode(new SecurityCode(String.valueOf(chance.nextInt(1_000, 10_000))));
    }

    private static String kanji(SplittableRandom chance, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(KANJI.charAt(chance.nextInt(KANJI.length())));
        }
        return text.toString();
    }

    /** Of this thread only: other work on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, long start, int count) {
        System.out.printf("%s: %.3f ms%n", what, (cpuNanos() - start) / 1e6 / count);
    }
}
