package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.Specimen.Card;
import org.openmyna.card.javacard.specimen.PurseApplet;
import org.openmyna.card.nvm.CardMemory;

/** How much room a card takes, at rest and with power. */
class MemoryFiguresTest {
    private static final int CARDS = 400;

    /** Ten applets that fill the memory of a card. */
    private static final List<AppletModule> FULL = full();

    private static List<AppletModule> full() {
        List<AppletModule> modules = new ArrayList<>(Specimen.modules().subList(0, 2));
        for (byte n = 1; n <= 8; n++) {
            byte[] name = Specimen.PURSE.clone();
            name[6] = (byte) (0x10 + n);
            modules.add(new AppletModule(name, PurseApplet.class, new byte[] {3}));
        }
        return modules;
    }

    private static Card powered(byte[] image, Host host) {
        CardMemory memory = CardMemory.inMemory(image);
        return new Card(memory, CardRuntime.powerOn(memory, FULL, host));
    }

    private static byte[] fullCard(Host host) {
        CardMemory memory = CardMemory.inMemory(CardMemory.DEFAULT_BYTES);
        Card card = new Card(memory, CardRuntime.install(memory, FULL, host));
        for (AppletModule module : FULL.subList(1, FULL.size())) {
            card.select(module.aid());
            assertThat(card.send(PurseApplet.GENERATE)).isEqualTo("9000");
        }
        return memory.copy();
    }

    /** Objects a card, the bytes of its image not counted. */
    private static long objectsOf(Consumer<Card> use) {
        Host host = Specimen.host();
        byte[] image = fullCard(host);
        use.accept(powered(image, host));
        List<Card> cards = new ArrayList<>();
        List<CardMemory> images = new ArrayList<>();
        for (int n = 0; n < CARDS; n++) {
            images.add(CardMemory.inMemory(image));
        }
        long before = usedBytes();
        images.forEach(memory -> {
            Card card = new Card(memory, CardRuntime.powerOn(memory, FULL, host));
            use.accept(card);
            cards.add(card);
        });
        long objects = (usedBytes() - before) / CARDS;
        assertThat(cards).hasSize(CARDS);
        return objects;
    }

    @Test
    void a_full_card_with_power_takes_objects_for_what_is_used_alone() {
        long untouched = objectsOf(card -> {});
        Figures.note("bytes of objects a full card, untouched", untouched);
        assertThat(untouched).isBetween(500L, 4_000L);

        long oneUsed =
                objectsOf(card -> {
                    card.select(Specimen.PURSE);
                    card.send("801000000431323334");
                    assertThat(card.send(PurseApplet.STATE)).endsWith("9000");
                    assertThat(card.send("80320000000800")).hasSize(2 * 2048 + 4);
                });
        Figures.note("bytes of objects a full card, one applet read", oneUsed);
        assertThat(oneUsed).isBetween(1_000L, 10_000L);

        long oneSigned =
                objectsOf(card -> {
                    card.select(Specimen.PURSE);
                    card.send("801000000431323334");
                    assertThat(card.send("804200000411223344")).endsWith("9000");
                });
        Figures.note("bytes of objects a full card, one applet signed", oneSigned);
        assertThat(oneSigned).isBetween(1_000L, 20_000L);
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
