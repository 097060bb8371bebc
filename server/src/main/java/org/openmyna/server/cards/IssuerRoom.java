package org.openmyna.server.cards;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.issuer.keys.HolderNames;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.issuer.keys.IssuerKeysInUse;

/** The issuer's folder: opened for a moment, by one program at a time, with patience. */
final class IssuerRoom {
    private final Path folder;
    private final SecureRandom random;
    private final InstantSource realTime;
    private final ReentrantLock first = new ReentrantLock();
    private volatile @Nullable HolderNames names;

    IssuerRoom(Path folder, SecureRandom random, InstantSource realTime) {
        this.folder = folder;
        this.random = random;
        this.realTime = realTime;
    }

    /**
     * How the authorities know people. The folder is needed for the first answer alone; keys are
     * made if there are none yet, so that nobody is ever known by two names.
     *
     * @throws IssuerKeysBusy if another program has the folder until the deadline (MYNA-CDS-006)
     */
    HolderNames names(Instant deadline) {
        HolderNames known = names;
        if (known != null) return known;
        first.lock();
        try {
            known = names;
            if (known != null) return known;
            try (IssuerKeys keys = open(deadline)) {
                return keys.holderNames();
            }
        } finally {
            first.unlock();
        }
    }

    /**
     * The keys, made if there are none yet; the caller closes them soon.
     *
     * @throws IssuerKeysBusy if another program has the folder until the deadline (MYNA-CDS-006)
     */
    IssuerKeys open(Instant deadline) {
        try {
            Duration patience = Duration.between(realTime.instant(), deadline);
            IssuerKeys keys = IssuerKeys.openOrEstablish(folder, random, patience);
            names = keys.holderNames();
            return keys;
        } catch (IssuerKeysInUse byAnother) {
            throw new IssuerKeysBusy(folder);
        }
    }
}
