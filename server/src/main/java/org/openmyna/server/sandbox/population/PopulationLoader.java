package org.openmyna.server.sandbox.population;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.openmyna.server.sandbox.SandboxCalls;
import org.openmyna.trust.profile.ValidityRule;

/**
 * Fills the register of a test country at its first start, then lets a few things happen to people.
 * A kill at any moment loses nothing and doubles nothing: the next start goes on where this one
 * ended, for the register itself says how many people it has, and a portion is there as a whole or
 * not at all.
 */
public final class PopulationLoader {
    /**
     * How far it is.
     *
     * @param done people in the register
     * @param wanted people
     */
    public record Progress(long done, long wanted) {}

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PORTION = 500;

    private final ResidentService residents;
    private final NumberService numbers;
    private final InstantSource legalTime;
    private final SandboxCalls calls;
    private final LoadJournal journal;

    /**
     * @param database schema {@code sandbox}
     * @param residents the register's desk as the sandbox has it
     * @param numbers the desk of the keeper of numbers as the sandbox has it
     */
    public PopulationLoader(
            DataSource database,
            ResidentService residents,
            NumberService numbers,
            InstantSource legalTime,
            SandboxCalls calls) {
        this.journal = new LoadJournal(database);
        this.residents = residents;
        this.numbers = numbers;
        this.legalTime = legalTime;
        this.calls = calls;
    }

    /**
     * Returns when everybody is there; at once, if they were there already.
     *
     * @param seed which population, if this country has none yet
     * @param people how many, if this country has none yet
     * @param progress told after each portion
     * @return how many people this country began with
     * @throws org.openmyna.server.sandbox.PopulationNotOurs if the register was filled by somebody
     *     else (MYNA-SBX-001)
     */
    public long load(long seed, long people, Consumer<Progress> progress) {
        LoadJournal.Entry order =
                journal.begin(
                        seed, people, LocalDate.ofInstant(legalTime.instant(), ValidityRule.JAPAN));
        if (!order.loaded()) {
            adoptNumbers();
            loadPeople(order, progress);
            journal.everybodyIsIn();
        }
        tellStories(order);
        return order.people();
    }

    /** Before the people come, so that theirs are not drawn by chance. */
    private void adoptNumbers() {
        for (Specimens.Numbers each : Specimens.numbers()) {
            var _ =
                    numbers.adopt(
                            calls.once(), new NumberService.Adoption(each.code(), each.number()));
        }
    }

    private void loadPeople(LoadJournal.Entry order, Consumer<Progress> progress) {
        var batches =
                new Batches(
                        Population.of(order.seed(), order.people(), order.day()).iterator(),
                        residents.population(calls.once()),
                        PORTION);
        while (batches.hasNext()) {
            Batches.Batch batch = batches.next();
            String key = "population-" + order.seed() + "-" + batch.from();
            var _ = residents.load(calls.named(key, PATIENCE), batch.households());
            progress.accept(new Progress(batch.from() + batch.people(), order.people()));
        }
    }

    private void tellStories(LoadJournal.Entry order) {
        var teller = new StoryTeller(residents, calls, legalTime, order.day());
        Stories[] all = Stories.values();
        for (int next = order.stories(); next < all.length; next++) {
            teller.tell(all[next]);
            journal.storiesDone(next + 1);
        }
    }
}
