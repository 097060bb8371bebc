package org.openmyna.card.chip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Holds one card in one slot of pcscd's virtual reader until it is closed, so that every PC/SC
 * program on this machine sees the card.
 *
 * <p>It calls vpcd, the driver inside pcscd, and answers what that asks. While there is no pcscd,
 * or another card sits in the slot, it waits and tries again; so a restart of pcscd is to programs
 * what pulling and inserting the card is. Nothing that the card throws ends it: an exception
 * becomes the status word 6F00, an {@link Error} (a pulled fuse, say) becomes a card without power,
 * which is then inserted anew.
 *
 * <p>vpcd knows no time limit and mixes one-byte commands of programs with its own control bytes: a
 * program that sends the single byte 00, 01 or 02 would wait for ever, and pcscd's slot with it.
 * But vpcd asks for the ATR several times a second, so silence means just that, and the plug
 * reinserts the card.
 */
public final class VirtualReader implements AutoCloseable {
    /** Where the card is. */
    public enum State {
        /** No pcscd with vpcd answers, or another card is in the slot. */
        WAITING_FOR_READER,
        /** pcscd talks to the card. */
        INSERTED,
        /** Pulled, for good. */
        EJECTED
    }

    /** Told of each change, on the plug's own thread: must return soon. */
    @FunctionalInterface
    public interface Listener {
        void changed(State state);

        /** The card threw; the plug goes on. */
        default void cardFailed(Throwable reason) {}
    }

    private static final int SHORTEST_WAIT_MILLIS = 50;
    private static final int LONGEST_WAIT_MILLIS = 1_000;

    /** Longer than two rounds of pcscd's presence poll (400 ms): it must see the slot empty. */
    private static final int WAIT_AFTER_LOSS_MILLIS = 900;

    private static final int SILENCE_MILLIS = 10_000;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final InsertedCard card;
    private final String readerName;
    private final InetSocketAddress reader;
    private final Listener listener;
    private final int silenceMillis;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private State state = State.WAITING_FOR_READER; // guarded by lock
    private boolean closing; // guarded by lock
    private @Nullable VpcdConnection connection; // guarded by lock
    private boolean emptySlotWasShown; // touched by the plug's thread only

    /** Starts holding the card in the slot; returns at once. */
    public static VirtualReader insert(InsertedCard card, ReaderSlot slot, Listener listener) {
        var reader = new InetSocketAddress(InetAddress.getLoopbackAddress(), slot.port());
        return new VirtualReader(card, slot.readerName(), reader, listener, SILENCE_MILLIS);
    }

    /**
     * Inserts the card into the first slot whose reader takes it.
     *
     * @param patience how long to try each slot; three seconds are ample for a slot that is free
     * @throws ReaderSlotsTaken if no slot took it (MYNA-CHP-105)
     */
    public static VirtualReader insertWhereFree(
            InsertedCard card, Listener listener, Duration patience) throws InterruptedException {
        for (ReaderSlot slot : ReaderSlot.values()) {
            VirtualReader reader = insert(card, slot, listener);
            boolean taken = false;
            try {
                taken = reader.awaitInserted(patience);
                if (taken) {
                    return reader;
                }
            } finally {
                if (!taken) {
                    reader.close();
                }
            }
        }
        throw new ReaderSlotsTaken(patience.toSeconds());
    }

    VirtualReader(
            InsertedCard card,
            String readerName,
            InetSocketAddress reader,
            Listener listener,
            int silenceMillis) {
        this.card = card;
        this.readerName = readerName;
        this.reader = reader;
        this.listener = new PatientListener(listener);
        this.silenceMillis = silenceMillis;
        this.thread = Thread.ofVirtual().name("card in " + readerName).unstarted(this::hold);
        thread.start();
    }

    /** What PC/SC programs call the slot that holds the card. */
    public String readerName() {
        return readerName;
    }

    public State state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until pcscd talks to the card.
     *
     * @return false if it did not within the patience, or if the card was ejected
     */
    public boolean awaitInserted(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (state == State.WAITING_FOR_READER && left > 0) {
                left = change.awaitNanos(left);
            }
            return state == State.INSERTED;
        } finally {
            lock.unlock();
        }
    }

    /** Pulls the card: a command under way is finished, then the card loses power. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            change.signalAll();
            if (connection != null) {
                closeQuietly(connection);
            }
        } finally {
            lock.unlock();
        }
        if (Thread.currentThread() != thread) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hold() {
        tell(State.WAITING_FOR_READER);
        int wait = SHORTEST_WAIT_MILLIS;
        while (goesOn()) {
            boolean served = holdOnce();
            wait = served ? WAIT_AFTER_LOSS_MILLIS : Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            pause(wait);
        }
        tell(State.EJECTED);
    }

    /** One connection from its start to its end; true if the reader ever asked for something. */
    private boolean holdOnce() {
        boolean asked = false;
        try (VpcdConnection reached = new VpcdConnection()) {
            if (!publish(reached)) {
                return false;
            }
            reached.connect(reader);
            try (SlotStay stay = new SlotStay(card, reached, listener)) {
                while (true) {
                    stay.serve(reached.receive());
                    asked = true;
                    if (mustLeave(stay)) {
                        return true;
                    }
                    reached.patience(silenceMillis);
                }
            }
        } catch (IOException lost) {
            // pcscd went away or fell silent, or close() was called
        } catch (Throwable failed) {
            // All of it: the card may throw an Error on purpose (a pulled fuse), and whatever it
            // throws, the reader must live on. A card that fails has no power any more.
            listener.cardFailed(failed);
        } finally {
            publish(null);
        }
        if (state() == State.INSERTED && goesOn()) {
            tell(State.WAITING_FOR_READER);
        }
        return asked;
    }

    /** Tells of the insertion when it is one; true if pcscd has to be shown an empty slot first. */
    private boolean mustLeave(SlotStay stay) {
        if (state() == State.INSERTED) {
            return false;
        }
        if (stay.changeWasMissed() && !emptySlotWasShown) {
            emptySlotWasShown = true; // once: there may be a pcscd that gives power only on demand
            return true;
        }
        if (stay.inUse() || stay.changeWasMissed()) {
            emptySlotWasShown = false;
            tell(State.INSERTED);
        }
        return false;
    }

    private boolean publish(@Nullable VpcdConnection reached) {
        lock.lock();
        try {
            connection = reached;
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void pause(int millis) {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (!closing && left > 0) {
                left = change.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            closing = true; // nobody but close() is meant to end this thread; an interrupt does too
        } finally {
            lock.unlock();
        }
    }

    private void tell(State now) {
        lock.lock();
        try {
            state = now;
            change.signalAll();
        } finally {
            lock.unlock();
        }
        listener.changed(now);
    }

    /** Whatever the listener throws is its own fault, not the card's: the plug goes on. */
    private record PatientListener(Listener told) implements Listener {
        @Override
        public void changed(State state) {
            try {
                told.changed(state);
            } catch (RuntimeException ignored) {
                // see above
            }
        }

        @Override
        public void cardFailed(Throwable reason) {
            try {
                told.cardFailed(reason);
            } catch (RuntimeException ignored) {
                // see above
            }
        }
    }

    private static void closeQuietly(VpcdConnection open) {
        try {
            open.close();
        } catch (IOException ignored) {
            // the socket is gone either way
        }
    }
}
