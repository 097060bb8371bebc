package org.openmyna.card.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.chip.VirtualReader.State.EJECTED;
import static org.openmyna.card.chip.VirtualReader.State.INSERTED;
import static org.openmyna.card.chip.VirtualReader.State.WAITING_FOR_READER;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VirtualReaderTest {
    private static final String OFF = "00";
    private static final String ON = "01";
    private static final String RESET = "02";
    private static final String GET_ATR = "04";
    private static final String SELECT = "00A4040C02AABB";
    private static final int SILENCE_MILLIS = 5_000;

    private final NotedCard card = new NotedCard();
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final VirtualReader.Listener listener =
            new VirtualReader.Listener() {
                @Override
                public void changed(VirtualReader.State state) {
                    told.add(state);
                }

                @Override
                public void cardFailed(Throwable reason) {
                    told.add(String.valueOf(reason.getMessage()));
                }
            };

    @Test
    void a_reader_gets_the_atr_gives_power_resets_and_talks_to_the_card() throws Exception {
        try (var reader = new ScriptedReader();
                var plug = plug(card, reader.address());
                var slot = reader.nextCard()) {
            assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
            slot.say(ON);
            assertThat(slot.ask(SELECT)).isEqualTo("6A82");
            slot.say(RESET);
            assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
            slot.say(OFF);
            assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
            assertThat(plug.awaitInserted(Duration.ofSeconds(5))).isTrue();
            plug.close();
        }
        assertThat(card.notes).containsExactly("power on", SELECT, "reset", "power off");
        assertThat(told).containsExactly(WAITING_FOR_READER, INSERTED, EJECTED);
    }

    @Test
    void a_card_waits_for_a_reader_that_comes_later_and_again_when_it_comes_back()
            throws Exception {
        InetSocketAddress address;
        try (var reader = new ScriptedReader()) {
            address = reader.address();
        }
        try (var plug = plug(card, address)) {
            assertThat(plug.awaitInserted(Duration.ofMillis(100))).isFalse();
            for (int start = 0; start < 2; start++) {
                try (var reader = new ScriptedReader(address.getPort());
                        var slot = reader.nextCard()) {
                    assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
                    slot.say(ON);
                    assertThat(slot.ask(SELECT)).isEqualTo("6A82");
                }
            }
        }
        assertThat(told)
                .startsWith(WAITING_FOR_READER, INSERTED, WAITING_FOR_READER, INSERTED)
                .endsWith(EJECTED);
        assertThat(card.notes)
                .containsExactly("power on", SELECT, "power off", "power on", SELECT, "power off");
    }

    @Test
    void a_command_of_one_byte_that_is_no_control_byte_goes_to_the_card() throws Exception {
        try (var reader = new ScriptedReader();
                var ignored = plug(card, reader.address());
                var slot = reader.nextCard()) {
            slot.say(ON);
            assertThat(slot.ask("7F")).isEqualTo("6A82");
        }
        assertThat(card.notes).contains("7F");
    }

    @Test
    void a_message_without_bytes_pulls_the_card_and_inserts_it_anew() throws Exception {
        try (var reader = new ScriptedReader();
                var ignored = plug(card, reader.address())) {
            try (var slot = reader.nextCard()) {
                slot.say(ON);
                slot.say("");
                slot.awaitPull();
            }
            try (var slot = reader.nextCard()) {
                assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
            }
        }
        assertThat(card.notes).containsExactly("power on", "power off");
    }

    @Test
    void a_reader_that_falls_silent_in_the_middle_of_a_message_loses_the_card() throws Exception {
        try (var reader = new ScriptedReader();
                var ignored = plug(card, reader.address(), 200)) {
            try (var slot = reader.nextCard()) {
                slot.say(ON);
                slot.raw(new byte[] {0, 9, 0});
                slot.awaitPull();
            }
            try (var slot = reader.nextCard()) {
                assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
            }
        }
        assertThat(card.notes).containsExactly("power on", "power off");
    }

    @Test
    void a_command_to_a_card_without_power_makes_the_reader_notice_that_the_card_was_away()
            throws Exception {
        try (var reader = new ScriptedReader();
                var ignored = plug(card, reader.address());
                var slot = reader.nextCard()) {
            slot.say(SELECT);
            slot.awaitPull();
            try (var again = reader.nextCard()) {
                again.say(ON);
                assertThat(again.ask(SELECT)).isEqualTo("6A82");
            }
        }
        assertThat(card.notes).containsExactly("power on", SELECT, "power off");
    }

    @Test
    void a_reader_that_missed_the_change_of_cards_is_shown_an_empty_slot_once() throws Exception {
        try (var reader = new ScriptedReader();
                var plug = plug(card, reader.address())) {
            try (var slot = reader.nextCard()) {
                slot.ask(GET_ATR);
                slot.ask(GET_ATR);
                slot.ask(GET_ATR);
                slot.awaitPull();
                assertThat(plug.state()).isEqualTo(WAITING_FOR_READER);
            }
            try (var slot = reader.nextCard()) {
                slot.ask(GET_ATR);
                slot.ask(GET_ATR);
                slot.ask(GET_ATR);
                assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
                assertThat(plug.awaitInserted(Duration.ofSeconds(5))).isTrue();
                plug.close();
            }
        }
        assertThat(told).containsExactly(WAITING_FOR_READER, INSERTED, EJECTED);
    }

    @Test
    void an_exception_of_the_card_is_status_word_6F00_and_the_card_stays() throws Exception {
        var faulty =
                new NotedCard() {
                    @Override
                    public byte[] transmit(byte[] command) {
                        throw new IllegalStateException("broken");
                    }
                };
        try (var reader = new ScriptedReader();
                var plug = plug(faulty, reader.address());
                var slot = reader.nextCard()) {
            slot.say(ON);
            slot.ask(GET_ATR);
            assertThat(slot.ask(SELECT)).isEqualTo("6F00");
            assertThat(slot.ask(SELECT)).isEqualTo("6F00");
            plug.close();
        }
        assertThat(told).containsExactly(WAITING_FOR_READER, INSERTED, "broken", "broken", EJECTED);
    }

    @Test
    void an_error_of_the_card_is_a_card_without_power_that_is_inserted_anew() throws Exception {
        var tearing =
                new NotedCard() {
                    @Override
                    public byte[] transmit(byte[] command) {
                        throw new Error("fuse");
                    }
                };
        try (var reader = new ScriptedReader();
                var ignored = plug(tearing, reader.address())) {
            try (var slot = reader.nextCard()) {
                slot.say(ON);
                slot.say(SELECT);
                slot.awaitPull();
            }
            try (var slot = reader.nextCard()) {
                assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
            }
        }
        assertThat(tearing.notes).containsExactly("power on", "power off");
        assertThat(told).contains("fuse");
    }

    @Test
    void an_answer_that_two_bytes_of_length_cannot_announce_is_6F00() throws Exception {
        var verbose =
                new NotedCard() {
                    @Override
                    public byte[] transmit(byte[] command) {
                        return new byte[65_536 + 2];
                    }
                };
        try (var reader = new ScriptedReader();
                var ignored = plug(verbose, reader.address());
                var slot = reader.nextCard()) {
            slot.say(ON);
            assertThat(slot.ask(SELECT)).isEqualTo("6F00");
        }
    }

    @Test
    void a_faulty_listener_does_not_disturb_the_card() throws Exception {
        VirtualReader.Listener faulty =
                state -> {
                    throw new IllegalStateException();
                };
        try (var reader = new ScriptedReader();
                var ignored =
                        new VirtualReader(card, "test", reader.address(), faulty, SILENCE_MILLIS);
                var slot = reader.nextCard()) {
            assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
        }
    }

    @Test
    void pulling_waits_for_the_command_under_way_and_then_takes_the_power() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var slow =
                new NotedCard() {
                    @Override
                    public byte[] transmit(byte[] command) {
                        begun.countDown();
                        try {
                            assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
                        } catch (InterruptedException interrupted) {
                            throw new IllegalStateException(interrupted);
                        }
                        return super.transmit(command);
                    }
                };
        try (var reader = new ScriptedReader();
                var plug = plug(slow, reader.address());
                var slot = reader.nextCard()) {
            slot.say(ON);
            slot.say(SELECT);
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Thread puller = Thread.ofVirtual().start(plug::close);
            slot.awaitPull();
            assertThat(slow.notes).containsExactly("power on");
            mayEnd.countDown();
            puller.join();
            assertThat(slow.notes).containsExactly("power on", SELECT, "power off");
            assertThat(plug.state()).isEqualTo(EJECTED);
        }
    }

    @Test
    void pulling_twice_or_without_a_reader_returns_at_once() throws Exception {
        InetSocketAddress nobody;
        try (var reader = new ScriptedReader()) {
            nobody = reader.address();
        }
        var plug = plug(card, nobody);
        long start = System.nanoTime();
        plug.close();
        plug.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(plug.state()).isEqualTo(EJECTED);
        assertThat(plug.awaitInserted(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void ten_thousand_seeded_messages_of_any_bytes_leave_a_card_that_answers() throws Exception {
        var chance = new Random(35963);
        try (var reader = new ScriptedReader();
                var ignored = plug(card, reader.address());
                var slot = reader.nextCard()) {
            for (int message = 0; message < 10_000; message++) {
                byte[] bytes = new byte[1 + chance.nextInt(chance.nextInt(10) == 0 ? 70 : 5)];
                chance.nextBytes(bytes);
                answered(slot, ScriptedReader.HEX.formatHex(bytes));
            }
            assertThat(slot.ask(GET_ATR)).isEqualTo(NotedCard.ATR);
        }
    }

    /** The reader's rule of when an answer is due, with power given before each command. */
    private static void answered(ScriptedReader.Slot slot, String message) throws IOException {
        switch (message) {
            case OFF, ON, RESET -> slot.say(message);
            case GET_ATR -> assertThat(slot.ask(message)).isEqualTo(NotedCard.ATR);
            default -> {
                slot.say(ON);
                assertThat(slot.ask(message)).isEqualTo("6A82");
            }
        }
    }

    private VirtualReader plug(InsertedCard card, InetSocketAddress reader) {
        return plug(card, reader, SILENCE_MILLIS);
    }

    private VirtualReader plug(InsertedCard card, InetSocketAddress reader, int silenceMillis) {
        return new VirtualReader(card, "test", reader, listener, silenceMillis);
    }
}
