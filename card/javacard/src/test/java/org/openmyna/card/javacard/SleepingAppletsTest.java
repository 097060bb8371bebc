package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.Specimen.Card;
import org.openmyna.card.javacard.specimen.PurseApplet;
import org.openmyna.card.nvm.CardImageDamaged;
import org.openmyna.card.nvm.CardImageDamaged.Reason;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;

/** An applet sleeps in the image until it is selected or asked. */
class SleepingAppletsTest {
    private static byte[] usedCard() {
        Card card = Specimen.card();
        card.send(PurseApplet.GENERATE);
        card.send(PurseApplet.PAY, (byte) 1, (byte) 2);
        card.send(PurseApplet.VERIFY, (byte) '9');
        card.runtime().powerOff();
        return card.memory().copy();
    }

    private static Card on(byte[] image) {
        CardMemory memory = CardMemory.inMemory(image);
        return new Card(memory, CardRuntime.powerOn(memory, Specimen.modules(), Specimen.host()));
    }

    @Test
    void a_card_on_which_nothing_wrote_keeps_every_byte() {
        byte[] image = usedCard();
        Card card = on(image);
        card.send("80040000");
        card.runtime().reset();
        card.send("8006000007F0000000010A02");
        card.runtime().powerOff();
        assertThat(card.memory().copy()).isEqualTo(image);
    }

    @Test
    void an_applet_that_never_woke_keeps_its_bytes_while_others_write() {
        byte[] image = usedCard();
        Card card = on(image);
        card.select(Specimen.CLERK);
        card.select(Specimen.WORKBENCH);
        card.runtime().powerOff();
        byte[] after = card.memory().copy();
        List<Integer> changed = new ArrayList<>();
        for (int at = 64; at < image.length; at++) {
            if (image[at] != after[at]) {
                changed.add(at);
            }
        }
        assertThat(changed).as("the clerk counted two deselections").hasSize(1);
        Card again = on(after);
        again.select(Specimen.PURSE);
        Card untouched = on(image);
        untouched.select(Specimen.PURSE);
        assertThat(again.send(PurseApplet.STATE)).isEqualTo(untouched.send(PurseApplet.STATE));
    }

    @Test
    void what_ends_at_deselection_ends_in_the_applet_that_was_used_and_sleeps_on_in_others() {
        Card card = on(usedCard());
        card.select(Specimen.CLERK);
        card.select(Specimen.PURSE);
        assertThat(card.send(PurseApplet.GET_TRANSIENT)).isEqualTo("00009000");
        card.send(PurseApplet.SET_TRANSIENT, (byte) 5);
        card.select(Specimen.CLERK);
        card.select(Specimen.PURSE);
        assertThat(card.send(PurseApplet.GET_TRANSIENT)).isEqualTo("05009000");
    }

    @Test
    void an_applet_wakes_when_another_asks_it() {
        Card card = on(usedCard());
        card.select(Specimen.CLERK);
        assertThat(card.send("8006000007F0000000010A02")).isEqualTo("03DE9000");
    }

    @Test
    void an_abort_in_an_applet_that_just_woke_leaves_it_as_it_slept() {
        byte[] image = usedCard();
        Card card = on(image);
        card.select(Specimen.PURSE);
        String state = card.send(PurseApplet.STATE);
        Card fresh = on(image);
        fresh.select(Specimen.PURSE);
        byte[] before = fresh.heap();
        assertThat(fresh.send(PurseApplet.ABORT_AND_TELL, (byte) 1)).isEqualTo(state);
        assertThat(fresh.send(PurseApplet.STATE)).isEqualTo(state);
        assertThat(fresh.heap()).isEqualTo(before);
    }

    @Test
    void a_card_whose_installation_is_cut_between_two_applets_is_never_taken_for_a_card() {
        CardMemory whole = CardMemory.inMemory(Specimen.IMAGE_BYTES);
        CardRuntime.install(whole, Specimen.modules(), Specimen.host());
        long all = whole.writes();
        for (long cut = 1; cut < all; cut += 5) {
            CardMemory memory = CardMemory.inMemory(Specimen.IMAGE_BYTES);
            memory.cutPowerAfter(cut);
            assertThatThrownBy(
                            () -> CardRuntime.install(memory, Specimen.modules(), Specimen.host()))
                    .isInstanceOf(PowerLoss.class);
            memory.restorePower();
            assertThatThrownBy(
                            () -> CardRuntime.powerOn(memory, Specimen.modules(), Specimen.host()))
                    .isInstanceOfSatisfying(
                            CardImageDamaged.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .isIn(Reason.NOT_INSTALLED, Reason.NOT_A_CARD_IMAGE));
        }
    }
}
