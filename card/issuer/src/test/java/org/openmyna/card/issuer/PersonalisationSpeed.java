package org.openmyna.card.issuer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.Pin;

/**
 * Cards per second on one core, without key generation and drawing of photos: run {@code main} with
 * the number of cards. Two thirds of the time are private RSA operations.
 */
final class PersonalisationSpeed {
    private PersonalisationSpeed() {}

    /** Cards per second of processor time after a warm-up, whatever else the machine does. */
    static double measure(int cards) {
        try (var town = new Town();
                Pin pin = Town.pin();
                Pin password = Town.password()) {
            CardPins pins = CardPins.same(pin, password);
            personalise(town, pins, cards / 4 + 12);
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            long start = clock.getCurrentThreadCpuTime();
            personalise(town, pins, cards);
            return cards * 1e9 / (clock.getCurrentThreadCpuTime() - start);
        }
    }

    private static void personalise(Town town, CardPins pins, int cards) {
        Applicant ichiro = Town.ichiro();
        for (int card = 0; card < cards; card++) {
            try (VirtualCard chip = VirtualCard.inMemory(town.pairs, town.random)) {
                town.issuer.personalise(chip.channel(), ichiro, pins);
            }
        }
    }

    public static void main(String[] arguments) {
        int cards = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        System.out.printf("%.0f cards/s, %s%n", measure(cards), NativeCrypto.name());
    }
}
