package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.Specimen.Card;
import org.openmyna.card.javacard.specimen.ClerkApplet;
import org.openmyna.card.javacard.specimen.Drafts;
import org.openmyna.card.javacard.specimen.VaultApplet;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;

/** Two applets that change together, as a card after a move does. */
class TwoVaultsTest {
    private static final byte[] FIRST = HexFormat.of().parseHex("F0000000010B01");
    private static final byte[] SECOND = HexFormat.of().parseHex("F0000000010B02");
    private static final List<AppletModule> MODULES =
            List.of(
                    new AppletModule(Specimen.CLERK, ClerkApplet.class, new byte[0]),
                    new AppletModule(FIRST, VaultApplet.class, new byte[0]),
                    new AppletModule(SECOND, VaultApplet.class, new byte[0]));
    private static final String OLD = "11".repeat(6) + "22".repeat(6) + "9000";
    private static final String NEW = "22".repeat(6) + "11".repeat(6) + "9000";
    private static final byte[] KEY = AesVectors.EXAMPLES.getFirst().key();
    private static final String MAC_OF_NOTHING =
            AesVectors.EXAMPLES.getFirst().macs()[0].toUpperCase(java.util.Locale.ROOT) + "9000";

    private byte[] image;

    @BeforeEach
    void two_vaults_with_a_content_and_a_draft() {
        CardMemory memory = CardMemory.inMemory(Specimen.IMAGE_BYTES);
        Card card = new Card(memory, CardRuntime.install(memory, MODULES, Specimen.host()));
        for (byte[] vault : new byte[][] {FIRST, SECOND}) {
            card.select(vault);
            card.send(VaultApplet.DRAFT, (byte) 0x11);
        }
        adoptBoth(card);
        for (byte[] vault : new byte[][] {FIRST, SECOND}) {
            card.select(vault);
            card.send(VaultApplet.DRAFT, (byte) 0x22);
        }
        image = memory.copy();
    }

    private Card card() {
        return on(CardMemory.inMemory(image));
    }

    private static Card on(CardMemory memory) {
        memory.restorePower();
        return new Card(memory, CardRuntime.powerOn(memory, MODULES, Specimen.host()));
    }

    private static String adoptBoth(Card card) {
        card.select(FIRST);
        return card.send(VaultApplet.ADOPT_BOTH, SECOND);
    }

    private static String tell(Card card, byte[] vault) {
        card.select(vault);
        return card.send("8004000000");
    }

    @Test
    void twelve_references_of_two_applets_change_places_in_one_transaction_at_every_cut() {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> heaps = new LinkedHashSet<>();
        int cut = 0;
        for (boolean done = false; !done; cut++) {
            Card torn = card();
            torn.select(FIRST);
            torn.memory().cutPowerAfter(cut);
            try {
                assertThat(torn.send(VaultApplet.ADOPT_BOTH, SECOND)).isEqualTo("9000");
                done = true;
            } catch (PowerLoss expected) {
                // the next round lets one write more through
            }
            Card again = on(torn.memory());
            heaps.add(HexFormat.of().formatHex(again.heap()));
            seen.add(tell(again, FIRST) + " " + tell(again, SECOND));
        }
        Figures.note("cuts, references of two applets", cut);
        assertThat(cut).isGreaterThan(3 * 24);
        assertThat(heaps).hasSize(2);
        assertThat(seen).containsExactly(OLD + " " + OLD, NEW + " " + NEW);
    }

    @Test
    void an_abort_takes_the_changes_of_both_applets_back() {
        Card card = card();
        card.select(FIRST);
        byte[] before = card.memory().copy();
        assertThat(card.send(VaultApplet.ADOPT_BOTH_AND_ABORT, SECOND)).isEqualTo(OLD);
        assertThat(tell(card, SECOND)).isEqualTo(OLD);
        assertThat(card.memory().copy()).isEqualTo(before);
        assertThat(adoptBoth(card)).isEqualTo("9000");
        assertThat(tell(card, FIRST)).isEqualTo(NEW);
        assertThat(tell(card, SECOND)).isEqualTo(NEW);
    }

    @Test
    void references_to_nothing_and_back_are_seen_inside_the_transaction_and_undone_after_it() {
        Card card = card();
        card.select(FIRST);
        assertThat(card.send("8012000000")).isEqualTo("010101000000" + "9000");
        assertThat(tell(card, FIRST)).isEqualTo(OLD);
        assertThat(tell(on(card.memory()), FIRST)).isEqualTo(OLD);
    }

    @Test
    void a_secret_key_is_old_or_new_and_survives_the_loss_of_power() {
        byte[] other = KEY.clone();
        other[15] ^= 1;
        Card card = card();
        card.select(FIRST);
        assertThat(card.send("800C000000")).as("no key").isEqualTo("6F00");
        card.send(VaultApplet.SET_KEY, other);
        String before = card.send("800C000000");
        Set<String> macs = new LinkedHashSet<>();
        byte[] keyed = card.memory().copy();
        boolean done = false;
        for (int cut = 0; !done; cut++) {
            Card torn = on(CardMemory.inMemory(keyed));
            torn.select(FIRST);
            torn.memory().cutPowerAfter(cut);
            try {
                torn.send(VaultApplet.SET_KEY, KEY);
                done = true;
            } catch (PowerLoss expected) {
                // the next round lets one write more through
            }
            Card again = on(torn.memory());
            again.select(FIRST);
            macs.add(again.send("800C000000"));
        }
        assertThat(macs).containsExactly(before, MAC_OF_NOTHING);
    }

    @Test
    void transient_keys_end_with_their_event() {
        Card card = card();
        card.select(FIRST);
        card.send(VaultApplet.SET_SESSION_KEY, KEY);
        assertThat(card.send("8010000000")).isEqualTo("01019000");
        card.select(FIRST);
        assertThat(card.send("8010000000")).isEqualTo("01009000");
        card.runtime().reset();
        card.select(FIRST);
        assertThat(card.send("8010000000")).isEqualTo("00009000");
    }

    @Test
    void the_host_may_act_through_a_shared_object_as_an_applet_would() {
        Card card = card();
        card.select(FIRST);
        card.send(VaultApplet.SET_KEY, KEY);
        card.runtime().signal(FIRST, (byte) 1, shared -> ((Drafts) shared).erase());
        assertThat(card.send("800C000000")).as("the key is gone").isEqualTo("6F00");
        card.runtime()
                .signal(
                        FIRST,
                        (byte) 1,
                        shared -> {
                            javacard.framework.JCSystem.beginTransaction();
                            ((Drafts) shared).adopt();
                        });
        assertThat(tell(card, FIRST)).as("left uncommitted").isEqualTo(OLD);
        assertThatThrownBy(() ->
                        card.runtime()
                                .signal(
                                        FIRST,
                                        (byte) 1,
                                        shared -> {
                                            throw new IllegalArgumentException("of the host");
                                        }))
                .hasMessage("of the host");
        assertThatThrownBy(() -> card.runtime().signal(FIRST, (byte) 7, shared -> {}))
                .hasMessageContaining("shares");
    }
}
