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

    private static final byte[] NO_PRECISE_DIAGNOSIS = {0x6F, 0x00};
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
    private boolean powered; // touched by the plug's thread only

    /** Starts holding the card in the slot; returns at once. */
    public static VirtualReader insert(InsertedCard card, ReaderSlot slot, Listener listener) {
        var reader = new InetSocketAddress(InetAddress.getLoopbackAddress(), slot.port());
        return new VirtualReader(card, slot.readerName(), reader, listener, SILENCE_MILLIS);
    }

    /**
     * Inserts the card into the first slot whose reader takes it.
     *
     * @param patience how long to try each slot; two seconds are ample for a slot that is free
     * @throws ReaderSlotsTaken if no slot took it (MYNA-CHP-105)
     */
    public static VirtualReader insertWhereFree(
            InsertedCard card, Listener listener, Duration patience) throws InterruptedException {
        for (ReaderSlot slot : ReaderSlot.values()) {
            VirtualReader reader = insert(card, slot, listener);
            if (reader.awaitInserted(patience)) {
                return reader;
            }
            reader.close();
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
        this.listener = listener;
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
            while (true) {
                byte[] message = reached.receive();
                if (!asked) {
                    asked = true;
                    reached.patience(silenceMillis);
                    tell(State.INSERTED);
                }
                serve(message, reached);
            }
        } catch (IOException lost) {
            return asked; // pcscd went away, fell silent, or close() was called
        } catch (Throwable failed) {
            // All of it: the card may throw an Error on purpose (a pulled fuse), and whatever it
            // throws, the reader must live on. A card that fails has no power any more.
            tellOfFailure(failed);
            return asked;
        } finally {
            loseConnection();
        }
    }

    private void serve(byte[] message, VpcdConnection reached) throws IOException {
        if (message.length > 1) {
            reached.send(answer(message));
            return;
        }
        switch (message[0]) {
            case 0 -> losePower();
            case 1 -> givePower();
            case 2 -> resetOrPowerOn();
            case 4 -> reached.send(card.atr());
            default -> reached.send(answer(message)); // a program's command of one byte
        }
    }

    private byte[] answer(byte[] command) throws IOException {
        if (!powered) {
            // pcscd did not notice that the card was away. Going away longer makes it notice.
            throw new IOException("command to a card without power");
        }
        try {
            byte[] response = card.transmit(command);
            return response.length <= VpcdConnection.LONGEST_MESSAGE
                    ? response
                    : NO_PRECISE_DIAGNOSIS;
        } catch (RuntimeException failed) { // a fault of the card must not silence the reader
            tellOfFailure(failed);
            return NO_PRECISE_DIAGNOSIS;
        }
    }

    private void givePower() {
        losePower();
        card.powerOn();
        powered = true;
    }

    private void resetOrPowerOn() {
        if (powered) {
            card.reset();
        } else {
            givePower();
        }
    }

    private void losePower() {
        if (powered) {
            powered = false;
            card.powerOff();
        }
    }

    private void loseConnection() {
        lock.lock();
        try {
            connection = null;
        } finally {
            lock.unlock();
        }
        try {
            losePower();
        } catch (Throwable failed) { // as in holdOnce
            tellOfFailure(failed);
        }
        if (state() == State.INSERTED && goesOn()) {
            tell(State.WAITING_FOR_READER);
        }
    }

    private boolean publish(VpcdConnection reached) {
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
        try {
            listener.changed(now);
        } catch (RuntimeException ignored) {
            // the listener's fault, not the card's: the plug goes on
        }
    }

    private void tellOfFailure(Throwable reason) {
        try {
            listener.cardFailed(reason);
        } catch (RuntimeException ignored) {
            // the listener's fault, not the card's: the plug goes on
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
