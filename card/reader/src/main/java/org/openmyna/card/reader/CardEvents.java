package org.openmyna.card.reader;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openmyna.kernel.Language;

/**
 * Tells when readers and cards come and go.
 *
 * <p>It looks four times a second, which costs PC/SC less than a millisecond each time, instead of
 * waiting in PC/SC for a change: the JDK has one connection to PC/SC for the whole process, and as
 * long as somebody waits on it every other command of the process waits, too (measured: with {@code
 * waitForChange(2000)} a reader's state came 1.5 s late). A card that is changed for another within
 * a quarter of a second may go unnoticed; a conversation with the old one breaks all the same.
 *
 * <p>The JDK makes its connection once. PC/SC may be started after the listening began; but if it
 * is restarted, the JDK gets {@code SCARD_E_NO_SERVICE} until the process ends, on Linux at least,
 * and {@link CardEvent.ReadersLost} is the last event. It keeps looking, for systems that do
 * better.
 */
public final class CardEvents implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CardEvents.class.getName());
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    private final ReaderWatch watch = new ReaderWatch();
    private final Supplier<List<PcscReaders.Reader>> readers;
    private final Consumer<CardEvent> listener;
    private final ScheduledExecutorService clock;

    private CardEvents(
            Supplier<List<PcscReaders.Reader>> readers,
            Consumer<CardEvent> listener,
            ScheduledExecutorService clock) {
        this.readers = readers;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Listens to the readers of this machine until {@link #close}. What is there already is told
     * first.
     *
     * @param listener called on one thread of its own, one event after the other; may close this
     */
    public static CardEvents listen(Consumer<CardEvent> listener) {
        return listen(
                PcscReaders::look,
                listener,
                Executors.newSingleThreadScheduledExecutor(work -> {
                    var thread = new Thread(work, "card-events");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    /**
     * @param clock runs the looks; shut down by {@link #close}
     */
    static CardEvents listen(
            Supplier<List<PcscReaders.Reader>> readers,
            Consumer<CardEvent> listener,
            ScheduledExecutorService clock) {
        var events = new CardEvents(readers, listener, clock);
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(
                        events::look, 0, LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return events;
    }

    private void look() {
        List<CardEvent> happened;
        try {
            happened = watch.see(readers.get());
        } catch (NoReader gone) {
            happened = watch.lose(gone.text(Language.ENGLISH));
        } catch (RuntimeException unforeseen) {
            // an exception of the JDK's PC/SC must not end the looks without a word
            happened = watch.lose(String.valueOf(unforeseen));
        }
        happened.forEach(this::tell);
    }

    private void tell(CardEvent event) {
        if (clock.isShutdown()) return;
        try {
            listener.accept(event);
        } catch (RuntimeException failed) {
            // the listener's fault ends neither the listening nor the other events
            LOG.log(System.Logger.Level.ERROR, "a listener failed at " + event, failed);
        }
    }

    /** No event is told any more; one that is being told ends first or later. */
    @Override
    public void close() {
        clock.shutdownNow();
    }
}
