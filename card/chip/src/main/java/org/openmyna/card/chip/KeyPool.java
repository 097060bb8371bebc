package org.openmyna.card.chip;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import javax.security.auth.DestroyFailedException;
import org.openmyna.card.javacard.KeyPairSource;

/**
 * RSA-2048 key pairs made ahead of need, so that a chip that is told to make a key pair need not
 * search for primes while somebody waits.
 *
 * <p>A pair is handed out once and then belongs to one chip; no pair is ever written anywhere. The
 * pool fills in the background on threads of the lowest priority and rests when it is full. When it
 * is empty, the caller makes the pair itself rather than wait for a background thread.
 */
public final class KeyPool implements KeyPairSource, AutoCloseable {
    /** The size of every key on the card; only these are made ahead. */
    public static final int BITS = 2048;

    private final int target;
    private final SecureRandom random;
    private final Optional<Provider> accelerator;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<KeyPair> ready = new ArrayDeque<>(); // guarded by lock
    private int inTheMaking; // guarded by lock
    private boolean closed; // guarded by lock

    /**
     * @param target how many pairs to keep ready; 0 makes each when it is asked for
     * @param threads how many background threads may search at a time
     * @param accelerator makes the keys if present, see {@code NativeCrypto.provider()}; else the
     *     JDK does
     */
    public KeyPool(int target, int threads, SecureRandom random, Optional<Provider> accelerator) {
        if (target < 0 || threads < 1) {
            throw new IllegalArgumentException(target + " pairs, " + threads + " threads");
        }
        this.target = target;
        this.random = random;
        this.accelerator = accelerator;
        IntStream.range(0, Math.min(threads, target)).forEach(this::startMaker);
    }

    /**
     * A pair that nobody else has or gets.
     *
     * @param bits {@link #BITS} comes from the pool; any other size is made now
     * @throws IllegalStateException if the pool is closed
     */
    @Override
    public KeyPair take(int bits) {
        if (bits == BITS) {
            lock.lock();
            try {
                requireOpen();
                KeyPair pair = ready.poll();
                if (pair != null) {
                    room.signal();
                    return pair;
                }
            } finally {
                lock.unlock();
            }
        }
        return make(bits);
    }

    /** How many pairs wait to be taken. */
    public int ready() {
        lock.lock();
        try {
            return ready.size();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all pairs that nobody took, overwriting them where the provider knows how. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
            ready.forEach(KeyPool::wipe);
            ready.clear();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: others just go first
    private void startMaker(int number) {
        Thread.ofPlatform()
                .name("key pool " + number)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::fill);
    }

    private void fill() {
        try {
            while (awaitRoom()) {
                keep(make(BITS));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && ready.size() + inTheMaking >= target) {
                room.await();
            }
            inTheMaking++;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void keep(KeyPair made) {
        lock.lock();
        try {
            inTheMaking--;
            if (closed) {
                wipe(made);
            } else {
                ready.add(made);
            }
        } finally {
            lock.unlock();
        }
    }

    private KeyPair make(int bits) {
        try {
            KeyPairGenerator generator =
                    accelerator.isPresent()
                            ? KeyPairGenerator.getInstance("RSA", accelerator.get())
                            : KeyPairGenerator.getInstance("RSA");
            generator.initialize(
                    new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("no RSA keys of " + bits + " bits", refused);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the key pool is closed");
        }
    }

    private static void wipe(KeyPair pair) {
        try {
            pair.getPrivate().destroy();
        } catch (DestroyFailedException unable) {
            // the JDK's own keys cannot be overwritten: letting go of them is all there is
        }
    }
}
