package org.openmyna.server.residents;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.residents.api.ResidentId;

/** Does what was scheduled, until it has been done: tells cards, has numbers assigned. */
final class Work implements Register.Afterwards, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final double SLOWER = 1.5;

    /** What a killed program had begun is begun again after some eight seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final int MISSED = 4;
    private static final int THREADS = 8;

    private final Sessions sessions;
    private final CardNews cards;
    private final NumberService numbers;
    private final InstantSource realTime;
    private final Scheduler scheduler;
    private final Telling telling;

    Work(
            DataSource database,
            Sessions sessions,
            CardNews cards,
            NumberService numbers,
            InstantSource realTime) {
        this.sessions = sessions;
        this.cards = cards;
        this.numbers = numbers;
        this.realTime = realTime;
        this.telling = new Telling(sessions, cards, realTime);
        this.scheduler =
                Scheduler.create(
                                database,
                                task(Jobs.TELL_CARDS, this::tellCards),
                                task(Jobs.ASSIGN_NUMBERS, this::assignNumbers),
                                task(Jobs.CHANGE_CODE, this::changeCode))
                        .serializer(new Text())
                        .threads(THREADS)
                        .pollUsingLockAndFetch(1.0, 4.0)
                        .pollingInterval(LOOK)
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED)
                        .build();
    }

    private static OneTimeTask<String> task(String name, BiConsumer<String, String> work) {
        return Tasks.oneTime(name, String.class)
                .onFailure(
                        new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, SLOWER))
                .execute((instance, context) -> work.accept(instance.getId(), instance.getData()));
    }

    void start() {
        scheduler.start();
        telling.start();
    }

    /** There may be something to do: nobody waits for the next look. */
    void jobsWait() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void recorded(Jobs.News news, boolean newcomers) {
        telling.tell(news);
        if (newcomers) jobsWait();
    }

    private Call call(String job, String instance) {
        return new Call(job + "-" + instance, realTime.instant().plus(PATIENCE));
    }

    private void tellCards(String instance, String data) {
        cards.tell(call(Jobs.TELL_CARDS, instance), Jobs.news(instance, data).each());
    }

    private void assignNumbers(String instance, String data) {
        Map<ResidentId, ResidentRecordCode> people = Jobs.people(data);
        List<ResidentId> ids = new ArrayList<>(people.keySet());
        List<AssignedNumber> assigned =
                numbers.assign(
                        call(Jobs.ASSIGN_NUMBERS, instance),
                        ids.stream().map(people::get).toList());
        Statements statements = new Statements();
        for (int n = 0; n < ids.size(); n++)
            statements.add(
                    "UPDATE person SET number_token = ? WHERE id = ?",
                    assigned.get(n).token().value(),
                    ids.get(n).value());
        sessions.run(connection -> {
            statements.execute(connection);
            return ids.size();
        });
    }

    private void changeCode(String instance, String data) {
        List<ResidentRecordCode> codes = Jobs.codes(data);
        numbers.codeChanged(
                call(Jobs.CHANGE_CODE, instance),
                new NumberService.CodeChange(codes.get(0), codes.get(1)));
    }

    @Override
    public void close() {
        telling.close();
        scheduler.stop();
    }

    /** Data of a job is text. */
    private static final class Text implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return String.valueOf(data).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] serialized) {
            return type.cast(new String(serialized, StandardCharsets.UTF_8));
        }
    }
}
