package org.openmyna.server.cards;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.card.chip.CardName;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.PrintedCodes;
import org.openmyna.server.residents.api.CardHolder;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.profile.ValidityRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of cards. Each method is one statement, and each step of a card goes one way only. */
final class CardStore {
    private static final String CURRENT =
            "SELECT "
                    + CardRow.COLUMNS
                    + """
                     FROM card
                    WHERE person = :person AND state IN ('MAKING', 'DELIVERING', 'LIVING')
                    """;

    private static final String UNFINISHED =
            "SELECT "
                    + CardRow.COLUMNS
                    + " FROM card WHERE state IN ('MAKING', 'DELIVERING') ORDER BY id";

    private static final String WITH_CERTIFICATE =
            "SELECT "
                    + CardRow.COLUMNS
                    + " FROM card WHERE state = 'LIVING' AND user_authentication_serial = :serial";
    private static final String ENDING =
            "SELECT "
                    + CardRow.COLUMNS
                    + """
                     FROM card
                    WHERE state = 'LIVING'
                      AND (last_day BETWEEN :from AND :to
                           OR (user_authentication_end >= :begin AND user_authentication_end < :end)
                           OR (NOT needs_update AND signature_end >= :begin AND signature_end < :end))
                    ORDER BY LEAST(
                          CASE WHEN last_day >= :from
                               THEN (last_day + 1)::timestamp AT TIME ZONE 'Asia/Tokyo' END,
                          CASE WHEN user_authentication_end >= :begin
                               THEN user_authentication_end END,
                          CASE WHEN NOT needs_update AND signature_end >= :begin
                               THEN signature_end END), id
                    LIMIT :most
                    """;

    private static final String BEGIN =
            """
            INSERT INTO card (person, holder, name, state, version, as_of, begun_at, changed_at)
            VALUES (:person, :holder, :name, 'MAKING', :version, :asOf, :now, :now)
            RETURNING id
            """;

    /**
     * Together with the mark of {@link ResidentChanges}: whichever is first is seen by the other.
     */
    private static final String DECIDE =
            """
            UPDATE card
               SET state = 'DELIVERING', last_day = :lastDay, user_authentication_serial = :user,
                   user_authentication_end = :userEnd, signature_serial = :signature,
                   signature_end = :signatureEnd, security_code = :code, printed_serial = :serial,
                   made_on = :madeOn, items = :items, changed_at = :now
             WHERE id = :id AND state = 'MAKING' AND NOT needs_update
            """;

    private static final String LIVE =
            """
            UPDATE card SET state = 'LIVING', changed_at = :now
             WHERE id = :id AND state = 'DELIVERING'
            """;

    private static final String DISCARD =
            """
            UPDATE card SET state = 'DISCARDED', changed_at = :now
             WHERE id = :id AND state IN ('MAKING', 'DELIVERING')
            """;

    private static final String LAPSE =
            """
            UPDATE card SET state = 'LAPSED', lapsed_on = :legal, changed_at = :now
             WHERE id = :id AND state = 'LIVING'
            """;

    private static final String PRINTED =
            """
            SELECT security_code, printed_serial FROM card
             WHERE person = :person AND state = 'LIVING' AND security_code IS NOT NULL
            """;

    private static final String ITEMS =
            "SELECT items FROM card WHERE user_authentication_serial = :serial";

    private static final String TAKEN =
            "SELECT count(*) FROM card WHERE name = :name AND state <> 'DISCARDED'";

    private final JdbcClient jdbc;
    private final InstantSource realTime;

    CardStore(DataSource database, InstantSource realTime) {
        this.jdbc = JdbcClient.create(database);
        this.realTime = realTime;
    }

    /** The person's card that lives or is under way. */
    Optional<CardRow> current(long person) {
        return jdbc.sql(CURRENT).param("person", person).query(CardRow::from).optional();
    }

    /** What is under way, or what a kill left. */
    List<CardRow> unfinished() {
        return jdbc.sql(UNFINISHED).query(CardRow::from).list();
    }

    /**
     * Living cards with an end in these days, of itself or of a certificate; the earliest first.
     */
    Optional<CardRow> withCertificate(String serial) {
        return jdbc.sql(WITH_CERTIFICATE).param("serial", serial).query(CardRow::from).optional();
    }

    List<MadeCard> ending(LocalDate from, LocalDate to, int most) {
        return jdbc
                .sql(ENDING)
                .param("from", from)
                .param("to", to)
                .param("begin", utc(from.atStartOfDay(ValidityRule.JAPAN).toInstant()))
                .param("end", utc(to.plusDays(1).atStartOfDay(ValidityRule.JAPAN).toInstant()))
                .param("most", most)
                .query(CardRow::from)
                .list()
                .stream()
                .flatMap(row -> row.made().stream())
                .toList();
    }

    Optional<PrintedCodes> printed(long person) {
        return jdbc.sql(PRINTED)
                .param("person", person)
                .query((row, _) ->
                        new PrintedCodes(
                                new SecurityCode(row.getString("security_code")),
                                row.getString("printed_serial")))
                .optional();
    }

    long begin(long person, HolderId holder, CardName name, CardHolder read) {
        return jdbc.sql(BEGIN)
                .param("person", person)
                .param("holder", holder.value())
                .param("name", name.text())
                .param("version", read.version())
                .param("asOf", utc(read.asOf()))
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /**
     * From here on the card is delivered, whatever happens.
     *
     * @param items hash of the four items on it
     * @return false if the register has told of a change
     */
    boolean decide(long id, MadeCard made, PrintedCodes printed, byte[] items, Instant madeOn) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("lastDay", made.lastDay())
                        .param("user", made.userAuthenticationSerial())
                        .param("userEnd", utc(made.userAuthenticationEnd()))
                        .param("signature", made.signatureSerial().orElse(null))
                        .param("signatureEnd", made.signatureEnd().map(CardStore::utc).orElse(null))
                        .param("code", printed.securityCode().digits())
                        .param("serial", printed.serial())
                        .param("items", items)
                        .param("madeOn", utc(madeOn))
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * @return false if the card has lapsed meanwhile
     */
    boolean live(long id) {
        return jdbc.sql(LIVE).param("id", id).param("now", now()).update() == 1;
    }

    void discard(long id) {
        jdbc.sql(DISCARD).param("id", id).param("now", now()).update();
    }

    void lapse(long id, Instant legal) {
        jdbc.sql(LAPSE).param("id", id).param("legal", utc(legal)).param("now", now()).update();
    }

    /** Hash of the four items on the card with this certificate, if it was kept. */
    Optional<byte[]> itemsOf(String userAuthenticationSerial) {
        return jdbc.sql(ITEMS)
                .param("serial", userAuthenticationSerial)
                .query((row, _) -> Optional.ofNullable(row.getBytes("items")))
                .optional()
                .flatMap(each -> each);
    }

    boolean isTaken(CardName name) {
        return jdbc.sql(TAKEN).param("name", name.text()).query(Long.class).single() > 0;
    }

    private OffsetDateTime now() {
        return utc(realTime.instant());
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
