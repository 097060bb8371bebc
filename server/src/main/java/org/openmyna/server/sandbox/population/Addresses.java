package org.openmyna.server.sandbox.population;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openmyna.kernel.Address;

/**
 * Addresses in real towns at lots that no town has: 番地 is always 9999, and a room is always 0000.
 */
final class Addresses {
    /** In each address. */
    static final String IMPOSSIBLE = "９９９９番地";

    private static final int MOST_LOTS = 40_000;
    private static final List<String> BUILDINGS =
            List.of("試験ハイツ", "試験荘", "試験マンション", "試験コーポ", "試験住宅", "試験ビル", "試験ヴィラ");

    private Addresses() {}

    /** 兵庫県姫路市安田四丁目９９９９番地の１２　試験ハイツ００００号室. */
    static Address draw(Municipality municipality, RandomGenerator chance) {
        String lot = lot(municipality, chance);
        return new Address(
                chance.nextInt(100) < 45 ? lot + "　" + among(BUILDINGS, chance) + "００００号室" : lot);
    }

    static Address of(Municipality municipality, int town, String rest) {
        return new Address(
                municipality.prefecture()
                        + municipality.name()
                        + municipality.towns().get(town)
                        + IMPOSSIBLE
                        + rest);
    }

    /** A home for many people. */
    static Address institution(Municipality municipality, RandomGenerator chance) {
        return new Address(lot(municipality, chance) + "　試験ホーム００００号室");
    }

    private static String lot(Municipality municipality, RandomGenerator chance) {
        String text =
                municipality.prefecture()
                        + municipality.name()
                        + among(municipality.towns(), chance)
                        + IMPOSSIBLE;
        int lot = chance.nextInt(MOST_LOTS);
        return lot == 0 ? text : text + "の" + fullWidth(lot);
    }

    private static String fullWidth(int number) {
        char[] digits = Integer.toString(number).toCharArray();
        for (int i = 0; i < digits.length; i++) digits[i] = (char) (digits[i] - '0' + '０');
        return new String(digits);
    }

    static <T> T among(List<T> things, RandomGenerator chance) {
        return things.get(chance.nextInt(things.size()));
    }
}
