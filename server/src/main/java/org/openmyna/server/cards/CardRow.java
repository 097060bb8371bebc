package org.openmyna.server.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.openmyna.card.chip.CardName;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.trust.authority.HolderId;

/**
 * A card, as the database has it.
 *
 * @param version of the register, when it was read for this card
 * @param made what is on it, once that is known
 */
record CardRow(
        long id,
        long person,
        HolderId holder,
        CardName name,
        State state,
        long version,
        Optional<MadeCard> made) {
    /** How far it is; {@code V0001__card.sql} tells what each means. */
    enum State {
        MAKING,
        DELIVERING,
        LIVING,
        LAPSED,
        DISCARDED
    }

    static final String COLUMNS =
            """
            id, person, holder, name, state, version, last_day, user_authentication_serial,
            user_authentication_end, signature_serial, signature_end\
            """;

    static CardRow from(ResultSet row, int index) throws SQLException {
        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        return new CardRow(
                row.getLong("id"),
                row.getLong("person"),
                new HolderId(row.getString("holder")),
                new CardName(row.getString("name")),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                lastDay == null ? Optional.empty() : Optional.of(made(row, lastDay)));
    }

    private static MadeCard made(ResultSet row, LocalDate lastDay) throws SQLException {
        return new MadeCard(
                row.getString("name"),
                row.getLong("person"),
                lastDay,
                row.getString("user_authentication_serial"),
                instant(row, "user_authentication_end").orElseThrow(),
                Optional.ofNullable(row.getString("signature_serial")),
                instant(row, "signature_end"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static CardRow begun(long id, long person, HolderId holder, CardName name, long version) {
        return new CardRow(id, person, holder, name, State.MAKING, version, Optional.empty());
    }

    CardRow decided(MadeCard card) {
        return new CardRow(id, person, holder, name, State.DELIVERING, version, Optional.of(card));
    }

    boolean isLiving() {
        return state == State.LIVING;
    }

    /** Whether the card itself is over. */
    boolean endedBefore(LocalDate today) {
        return made.map(card -> card.lastDay().isBefore(today)).orElse(false);
    }
}
