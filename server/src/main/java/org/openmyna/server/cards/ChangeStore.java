package org.openmyna.server.cards;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.trust.authority.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register told, and the marks that it leaves on cards. */
final class ChangeStore {
    /** Nobody repeats a call after so long. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String KNOWN =
            "SELECT key, holder, ends FROM resident_change WHERE key = ANY (?)";

    private static final String SHOWN =
            """
            SELECT holder, as_of FROM card
             WHERE holder = ANY (?) AND state IN ('MAKING', 'DELIVERING', 'LIVING')
            """;

    /** One statement: a key is known if and only if the cards are marked. */
    private static final String MARK =
            """
            WITH news AS (
                SELECT * FROM unnest(?, ?, ?, ?) AS news (key, holder, ends, since)),
            told AS (
                INSERT INTO resident_change (key, holder, ends, told_at)
                SELECT key, holder, ends, ? FROM news
                    ON CONFLICT DO NOTHING RETURNING key),
            lapses AS (
                SELECT holder, max(since::timestamptz) AS since,
                       max(since::timestamptz) FILTER (WHERE ends = 'BOTH') AS lapses_since
                  FROM news JOIN told USING (key) GROUP BY holder)
            UPDATE card
               SET needs_update = true,
                   state = CASE WHEN as_of < lapses_since AND state <> 'MAKING' THEN 'LAPSED' ELSE state END,
                   lapsed_on = CASE WHEN as_of < lapses_since AND state <> 'MAKING' THEN ? ::timestamptz END,
                   changed_at = ?
              FROM lapses
             WHERE card.holder = lapses.holder AND state IN ('MAKING', 'DELIVERING', 'LIVING')
               AND as_of < since
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

    /**
     * News to be marked.
     *
     * @param since legal time from which on the register shows it
     */
    record Mark(String key, Told told, Instant since) {}

    /** What was told before under these keys. */
    Map<String, Told> told(List<String> keys) {
        Map<String, Told> told = new HashMap<>();
        jdbc.sql(KNOWN)
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    told.put(
                            row.getString("key"),
                            new Told(
                                    new HolderId(row.getString("holder")),
                                    Ends.valueOf(row.getString("ends"))));
                });
        return told;
    }

    /** When the register was read for the card that each of these holders has or gets. */
    Map<HolderId, Instant> shown(List<HolderId> holders) {
        Map<HolderId, Instant> shown = new HashMap<>();
        jdbc.sql(SHOWN)
                .param(holders.stream().map(HolderId::value).toArray(String[]::new))
                .query(row -> {
                    shown.put(
                            new HolderId(row.getString("holder")),
                            row.getObject("as_of", OffsetDateTime.class).toInstant());
                });
        return shown;
    }

    /**
     * Marks the holders' cards, if they were made from an earlier state of the register. A card
     * that is being made is never lapsed: whoever makes it throws it away.
     */
    void mark(List<Mark> marks, Instant legal) {
        OffsetDateTime now = CardStore.utc(realTime.instant());
        jdbc.sql(MARK)
                .param(texts(marks, Mark::key))
                .param(texts(marks, each -> each.told().holder().value()))
                .param(texts(marks, each -> each.told().ends().name()))
                .param(texts(marks, each -> each.since().toString()))
                .param(now)
                .param(CardStore.utc(legal))
                .param(now)
                .update();
    }

    private static String[] texts(List<Mark> marks, Function<Mark, String> of) {
        return marks.stream().map(of).toArray(String[]::new);
    }

    void purge() {
        Instant before = realTime.instant().minus(KEPT);
        jdbc.sql(PURGE).param("before", CardStore.utc(before)).update();
    }
}
