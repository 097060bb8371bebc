package org.openmyna.server.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many logins of one client wait for a card. Anybody can begin one, and each is a row until it
 * is forgotten. They are counted once for as many as there is room for then, so that a login is
 * hardly ever counted for; where several machines begin logins, each gives out the room it found.
 */
final class WaitingLogins {
    /** At three minutes from the service to the card, fifty logins a second. */
    static final int MOST = 10_000;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String COUNT =
            """
            SELECT count(*) FROM card_login
             WHERE client = ? AND state = 'WAITING' AND expires_at > ?
            """;

    /** What may still begin without another look. */
    private static final class Room {
        private int left;
        private Instant looked = Instant.MIN;
    }

    private final JdbcClient jdbc;
    private final InstantSource realTime;
    private final int most;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    WaitingLogins(DataSource database, InstantSource realTime, int most) {
        this.jdbc = JdbcClient.create(database);
        this.realTime = realTime;
        this.most = most;
    }

    /**
     * One more is about to begin.
     *
     * @param client that is registered
     * @throws NotDone if too many wait (MYNA-PLT-020)
     */
    void mustHaveRoom(String client) {
        Room room = rooms.computeIfAbsent(client, _ -> new Room());
        synchronized (room) {
            Instant now = realTime.instant();
            if (room.left <= 0 && !now.isBefore(room.looked.plus(PAUSE))) {
                room.left = most - waiting(client, now);
                room.looked = now;
            }
            if (room.left <= 0) throw new NotDone(PlatformError.TOO_MANY_WAITING);
            room.left--;
        }
    }

    private int waiting(String client, Instant now) {
        return jdbc.sql(COUNT)
                .params(client, ApprovalRegister.utc(now))
                .query(Integer.class)
                .single();
    }
}
