package org.openmyna.server.residents;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The organisation at work: its desk, its jobs, and its duty of every second. */
public final class ResidentRegister implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResidentRegister.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ResidentDesk desk;
    private final Work work;
    private final Duty duty;
    private final ScheduledExecutorService everySecond =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("residents-duty").unstarted(task));

    /**
     * @param database of the schema {@code residents}
     * @param realTime deadlines of calls, jobs
     */
    public ResidentRegister(
            DataSource database,
            LegalClock legalTime,
            InstantSource realTime,
            CardNews cards,
            NumberService numbers,
            AccessLog log) {
        Sessions sessions = new Sessions(database);
        work = new Work(database, sessions, cards, numbers, realTime);
        Register register = Register.with(database, legalTime, log, work);
        Loader loader = new Loader(sessions, register, codes -> tokens(numbers, realTime, codes));
        desk = new ResidentDesk(sessions, register, loader, log);
        duty = new Duty(sessions, legalTime, register.json(), work::jobsWait);
    }

    private static List<String> tokens(
            NumberService numbers, InstantSource realTime, List<ResidentRecordCode> codes) {
        Call call = new Call("load-" + UUID.randomUUID(), realTime.instant().plus(PATIENCE));
        return numbers.assign(call, codes).stream().map(each -> each.token().value()).toList();
    }

    /** Begins with jobs and duty; until then the desk works, but nothing follows from it. */
    public ResidentRegister start() {
        work.start();
        everySecond.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
        return this;
    }

    /** Whoever calls is known and permitted: the gate stands before it. */
    public ResidentService desk() {
        return desk;
    }

    private void look() {
        try {
            duty.look();
        } catch (RegisterNotReached later) {
            LOG.warn("residents: {}", later.getMessage());
        } catch (RuntimeException unforeseen) {
            // whatever it meets, this duty goes on: a schedule that has thrown ends without a word
            LOG.warn("residents: the duty of this second was not done", unforeseen);
        }
    }

    @Override
    public void close() {
        everySecond.shutdown();
        work.close();
    }
}
