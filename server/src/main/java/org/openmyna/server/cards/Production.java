package org.openmyna.server.cards;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.MadeCard;

/**
 * Makes cards, one at a time: the issuer's folder allows no more. Whoever asks for a card that is
 * being made waits for it and gets it.
 */
final class Production {
    private static final int MOST_TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final DataSource database;
    private final CardStore store;
    private final Delivery delivery;
    private final Attempt attempt;
    private final InstantSource legalTime;
    private final InstantSource realTime;

    Production(
            DataSource database,
            CardStore store,
            Delivery delivery,
            Attempt attempt,
            InstantSource legalTime,
            InstantSource realTime) {
        this.database = database;
        this.store = store;
        this.delivery = delivery;
        this.attempt = attempt;
        this.legalTime = legalTime;
        this.realTime = realTime;
    }

    /**
     * The person's card; made if there is none, or if the last one is over.
     *
     * @throws ProductionBusy if it is not this card's turn before the deadline (MYNA-CDS-005)
     * @throws RecordKeepsChanging if each of a few cards was out of date before it was finished
     *     (MYNA-CDS-004)
     */
    MadeCard make(Call call, long person) {
        Optional<MadeCard> there = living(person);
        if (there.isPresent()) return there.get();
        enter(call.deadline());
        try (PersonLock _ = lock(person, call.deadline())) {
            return makeAlone(call, person);
        } finally {
            oneAtATime.unlock();
        }
    }

    private MadeCard makeAlone(Call call, long person) {
        // what others made meanwhile, or what a kill left
        store.current(person).ifPresent(delivery::settle);
        Optional<MadeCard> there = living(person);
        if (there.isPresent()) return there.get();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<MadeCard> made = attempt.make(call, person);
            if (made.isPresent()) return made.get();
        }
        throw new RecordKeepsChanging(MOST_TRIES);
    }

    /** A card that is over makes room for another. */
    private Optional<MadeCard> living(long person) {
        Optional<CardRow> row = store.current(person).filter(CardRow::isLiving);
        Instant now = legalTime.instant();
        if (row.isPresent() && row.get().endedBefore(Applicants.day(now))) {
            store.lapse(row.get().id(), now);
            return Optional.empty();
        }
        return row.flatMap(CardRow::made);
    }

    /** Settles what was under way when a program was killed, in this one or another. */
    List<CardRow> settleWhatIsLeft() {
        return store.unfinished().stream().filter(this::settle).toList();
    }

    private boolean settle(CardRow left) {
        Optional<PersonLock> free = PersonLock.tryFor(database, left.person());
        if (free.isEmpty()) return false;
        try (PersonLock _ = free.get()) {
            // as it stands now that nobody else is at it
            store.current(left.person()).ifPresent(delivery::settle);
            return true;
        }
    }

    private void enter(Instant deadline) {
        try {
            long patience = Duration.between(realTime.instant(), deadline).toMillis();
            if (!oneAtATime.tryLock(patience, TimeUnit.MILLISECONDS)) throw new ProductionBusy();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ProductionBusy();
        }
    }

    private PersonLock lock(long person, Instant deadline) {
        while (true) {
            Optional<PersonLock> lock = PersonLock.tryFor(database, person);
            if (lock.isPresent()) return lock.get();
            if (realTime.instant().isAfter(deadline)) throw new ProductionBusy();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ProductionBusy();
        }
    }
}
