package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;

/** The erasure of a terminated card, cut off not once but at one power-on after the other. */
class ErasureCutTest {

    @Test
    void each_power_on_goes_on_and_in_the_end_no_key_is_on_the_card() {
        MapWorld world = MapWorld.OURS;
        MapCard card = new MapCard(world, world.inUse);
        card.openChannel();
        card.cut(10, () -> card.inChannel("F0807F", ""));
        byte[] image = card.image();
        int powerCuts = 0;
        for (boolean whole = false; !whole; powerCuts++) {
            CardMemory memory = CardMemory.inMemory(image);
            memory.cutPowerAfter(200 + 100 * powerCuts);
            whole = getsThrough(() -> MapCard.powerOn(world, memory));
            memory.restorePower();
            image = memory.copy();
            assertThat(new MapCard(world, image).send("00CA004500")).isEqualTo("6600");
        }
        assertThat(powerCuts).isBetween(3, 60);
        assertThat(new CardLook.Memory(world).of(image).get(CardLook.SECRETS))
                .isEqualTo("old content ");
    }

    private static boolean getsThrough(Runnable work) {
        try {
            work.run();
            return true;
        } catch (PowerLoss cut) {
            return false;
        }
    }
}
