package org.openmyna.server.residents;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.openmyna.server.calls.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells cards what was just recorded, many notices in one call, and takes their jobs away. Whatever
 * it does not come to (the program ends, cards do not answer, too much at once) is done by the
 * jobs, which become due seconds after the notices.
 */
final class Telling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(10);
    private static final int WAITING = 10_000;
    private static final int AT_ONCE = 200;

    private final Sessions sessions;
    private final CardNews cards;
    private final InstantSource realTime;
    private final BlockingQueue<Jobs.News> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("residents-telling").unstarted(this::run);

    Telling(Sessions sessions, CardNews cards, InstantSource realTime) {
        this.sessions = sessions;
        this.cards = cards;
        this.realTime = realTime;
    }

    void start() {
        thread.start();
    }

    void tell(Jobs.News news) {
        if (!news.endings().isEmpty()) {
            boolean unused = waiting.offer(news);
        }
    }

    private void run() {
        try {
            while (true) {
                List<Jobs.News> news = new ArrayList<>();
                news.add(waiting.take());
                waiting.drainTo(news, AT_ONCE - 1);
                tellAll(news);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellAll(List<Jobs.News> news) {
        try {
            Call call = new Call("telling-" + UUID.randomUUID(), realTime.instant().plus(PATIENCE));
            cards.tell(call, news.stream().flatMap(each -> each.each().stream()).toList());
            sessions.run(connection -> {
                Statements done = new Statements();
                Jobs.toldAlready(
                        done,
                        connection.createArrayOf(
                                "text", news.stream().map(Jobs.News::name).toArray()));
                done.execute(connection);
                return news;
            });
        } catch (RuntimeException later) {
            LOG.info("residents: told by jobs, since cards did not hear: {}", later.toString());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            if (thread.getState() != Thread.State.NEW) thread.join(END.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
