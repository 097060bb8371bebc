package org.openmyna.trust.authority;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.SerialCounter;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;

/**
 * Hands out a CA's serials. A block of the counter is committed as taken before its first is used:
 * the first block is one serial, each next is twice as long, up to 1,024. What is left of a block
 * when the program ends is a gap.
 */
final class SerialBlocks {
    private static final int LONGEST = 1_024;
    private static final int RANDOM_BITS = 128;

    private final ReentrantLock lock = new ReentrantLock();
    private final CaKind ca;
    private final SerialCounter counter;
    private final SecureRandom random;
    private final Runnable whenTaking;
    private int length = 1;
    private long next;
    private long end;

    /**
     * @param whenTaking called before a block is taken: a moment to look for new generations
     */
    SerialBlocks(CaKind ca, SerialCounter counter, SecureRandom random, Runnable whenTaking) {
        this.ca = ca;
        this.counter = counter;
        this.random = random;
        this.whenTaking = whenTaking;
    }

    CertificateSerial next(Generation generation) {
        return generation.serials() == SerialMode.RANDOM
                ? drawn()
                : CertificateSerial.of(counted());
    }

    private CertificateSerial drawn() {
        BigInteger chance;
        do {
            chance = new BigInteger(RANDOM_BITS, random);
        } while (chance.signum() == 0);
        return new CertificateSerial(chance);
    }

    private long counted() {
        lock.lock();
        try {
            if (next == end) {
                whenTaking.run();
                next = counter.take(ca, length);
                end = next + length;
                length = Math.min(LONGEST, 2 * length);
            }
            return next++;
        } finally {
            lock.unlock();
        }
    }
}
