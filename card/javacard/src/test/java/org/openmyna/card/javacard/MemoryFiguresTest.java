package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.card.nvm.CardMemory;

/** How much room a card takes, at rest and with power. */
class MemoryFiguresTest {
    private static final int CARDS = 400;

    @Test
    void a_card_with_power_takes_its_image_and_less_than_twenty_kilobytes_of_objects() {
        byte[] image = Specimen.card().memory().copy();
        Host host = Specimen.host();
        CardRuntime warm =
                CardRuntime.powerOn(CardMemory.inMemory(image), Specimen.modules(), host);
        assertThat(warm.transmit(new byte[] {0})).hasSize(2);

        List<CardMemory> memories = new ArrayList<>();
        for (int n = 0; n < CARDS; n++) {
            memories.add(CardMemory.inMemory(image));
        }
        long before = usedBytes();
        List<CardRuntime> cards = new ArrayList<>();
        memories.forEach(
                memory -> cards.add(CardRuntime.powerOn(memory, Specimen.modules(), host)));
        long objects = (usedBytes() - before) / CARDS;

        Figures.note("bytes of objects a card", objects);
        assertThat(cards).hasSize(CARDS);
        assertThat(objects).isBetween(1_000L, 20_000L);
    }

    @Test
    void the_image_of_a_card_with_a_file_a_key_pair_and_a_pin_is_small() {
        byte[] image = Specimen.card().memory().copy();
        int used = image.length;
        while (image[used - 1] == 0) {
            used--;
        }
        Figures.note("bytes of the image in use", used);
        assertThat(used).isLessThan(14_000);
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
