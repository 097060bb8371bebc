package org.openmyna.server.cards;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.trust.authority.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register told, and the marks that it leaves on cards. */
final class ChangeStore {
    /** Nobody repeats a call after so long. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String KNOWN = "SELECT holder, ends FROM resident_change WHERE key = :key";

    private static final String SHOWN =
            """
            SELECT count(*) FROM card
             WHERE holder = :holder AND state IN ('MAKING', 'DELIVERING', 'LIVING') AND as_of >= :since
            """;

    /** One statement: the key is known if and only if the cards are marked. */
    private static final String MARK =
            """
            WITH told AS (
                INSERT INTO resident_change (key, holder, ends, told_at)
                VALUES (:key, :holder, :ends, :now) ON CONFLICT DO NOTHING RETURNING key)
            UPDATE card
               SET needs_update = true,
                   state = CASE WHEN :lapses AND state <> 'MAKING' THEN 'LAPSED' ELSE state END,
                   lapsed_on = CASE WHEN :lapses AND state <> 'MAKING' THEN :legal END,
                   changed_at = :now
             WHERE holder = :holder AND state IN ('MAKING', 'DELIVERING', 'LIVING')
               AND as_of < :since AND EXISTS (SELECT FROM told)
            """;

    private static final String PURGE = "DELETE FROM resident_change WHERE told_at < :before";

    private final JdbcClient jdbc;
    private final InstantSource realTime;

    ChangeStore(DataSource database, InstantSource realTime) {
        this.jdbc = JdbcClient.create(database);
        this.realTime = realTime;
    }

    /** What was told under a key. */
    record Told(HolderId holder, Ends ends) {}

    Optional<Told> told(String key) {
        return jdbc.sql(KNOWN)
                .param("key", key)
                .query((row, _) ->
                        new Told(
                                new HolderId(row.getString("holder")),
                                Ends.valueOf(row.getString("ends"))))
                .optional();
    }

    /** Whether the card that this holder has or gets was made from what the register held then. */
    boolean isShown(HolderId holder, Instant since) {
        return jdbc.sql(SHOWN)
                        .param("holder", holder.value())
                        .param("since", CardStore.utc(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Marks the holder's card, if it was made from an earlier state of the register. A card that is
     * being made is never lapsed: whoever makes it throws it away.
     */
    void mark(String key, HolderId holder, Ends ends, Instant since, Instant legal) {
        jdbc.sql(MARK)
                .param("key", key)
                .param("holder", holder.value())
                .param("ends", ends.name())
                .param("lapses", ends == Ends.BOTH)
                .param("since", CardStore.utc(since))
                .param("legal", CardStore.utc(legal))
                .param("now", CardStore.utc(realTime.instant()))
                .update();
    }

    void purge() {
        Instant before = realTime.instant().minus(KEPT);
        jdbc.sql(PURGE).param("before", CardStore.utc(before)).update();
    }
}
