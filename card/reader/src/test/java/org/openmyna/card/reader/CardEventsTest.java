package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmyna.card.reader.PcscReaders.Reader;

/** What happened at the readers, from what is seen there. */
class CardEventsTest {
    private final ReaderWatch watch = new ReaderWatch();

    private static Reader empty(String name) {
        return new Reader(name, false);
    }

    private static Reader holding(String name) {
        return new Reader(name, true);
    }

    @Test
    void what_is_there_already_is_told_first_and_then_only_what_changes() {
        assertThat(watch.see(List.of(empty("one"), holding("two"))))
                .containsExactly(
                        new CardEvent.ReaderAdded("one"),
                        new CardEvent.ReaderAdded("two"),
                        new CardEvent.CardInserted("two"));
        assertThat(watch.see(List.of(empty("one"), holding("two")))).isEmpty();
        assertThat(watch.see(List.of(holding("one"), empty("two"))))
                .containsExactlyInAnyOrder(
                        new CardEvent.CardInserted("one"), new CardEvent.CardRemoved("two"));
    }

    @Test
    void a_reader_that_is_pulled_takes_its_card_along() {
        watch.see(List.of(holding("one")));
        assertThat(watch.see(List.of()))
                .containsExactly(
                        new CardEvent.CardRemoved("one"), new CardEvent.ReaderRemoved("one"));
    }

    @Test
    void a_loss_of_pcsc_is_told_once_and_so_is_its_return() {
        watch.see(List.of(holding("one")));
        assertThat(watch.lose("SCARD_E_NO_SERVICE"))
                .containsExactly(
                        new CardEvent.CardRemoved("one"),
                        new CardEvent.ReaderRemoved("one"),
                        new CardEvent.ReadersLost("SCARD_E_NO_SERVICE"));
        assertThat(watch.lose("SCARD_E_NO_SERVICE")).isEmpty();
        assertThat(watch.see(List.of(empty("one"))))
                .containsExactly(new CardEvent.ReadersBack(), new CardEvent.ReaderAdded("one"));
    }

    @Test
    void a_listener_that_fails_misses_nothing_and_closing_ends_the_telling() throws Exception {
        List<CardEvent> told = new ArrayList<>();
        var looks = new AtomicInteger();
        var closed = new CountDownLatch(1);
        List<CardEvents> self = new ArrayList<>();
        var started = new CountDownLatch(1);
        Supplier<List<Reader>> readers =
                () -> {
                    await(started);
                    return switch (looks.getAndIncrement()) {
                        case 0 -> List.of(empty("one"));
                        case 1 -> throw new NoReader("gone");
                        default -> List.of(holding("one"));
                    };
                };
        self.add(
                CardEvents.listen(
                        readers,
                        event -> {
                            told.add(event);
                            if (event instanceof CardEvent.CardInserted) {
                                self.getFirst().close();
                                closed.countDown();
                            }
                            if (event instanceof CardEvent.ReadersLost)
                                throw new IllegalStateException("a listener of bad manners");
                        },
                        Executors.newSingleThreadScheduledExecutor()));
        started.countDown();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told)
                .satisfiesExactly(
                        event -> assertThat(event).isEqualTo(new CardEvent.ReaderAdded("one")),
                        event -> assertThat(event).isEqualTo(new CardEvent.ReaderRemoved("one")),
                        event -> assertThat(event).isInstanceOf(CardEvent.ReadersLost.class),
                        event -> assertThat(event).isEqualTo(new CardEvent.ReadersBack()),
                        event -> assertThat(event).isEqualTo(new CardEvent.ReaderAdded("one")),
                        event -> assertThat(event).isEqualTo(new CardEvent.CardInserted("one")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
