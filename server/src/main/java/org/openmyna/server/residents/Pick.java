package org.openmyna.server.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.ResidentService.Situation;

/** People of a test population who are worth a look. */
final class Pick {
    private static final int CHILD_YEARS = 15;

    private static final String NOW =
            "SELECT "
                    + VersionRow.COLUMNS
                    + " FROM version v WHERE known_to = 'infinity' AND valid_from <= ? AND valid_to > ?"
                    + " AND person > ?";

    private final RegisterJson json;

    Pick(RegisterJson json) {
        this.json = json;
    }

    List<ResidentRecord> pick(
            Connection connection,
            Situation situation,
            String name,
            long after,
            int most,
            LocalDate today)
            throws SQLException {
        StringBuilder sql = new StringBuilder(NOW).append(condition(situation));
        List<@Nullable Object> values = new ArrayList<>(List.of(today, today, after));
        switch (situation) {
            case CHILD -> values.add(today.minusYears(CHILD_YEARS).toString().replace("-", ""));
            case PROTECTED -> values.addAll(List.of(today, today));
            default -> {}
        }
        if (!name.isBlank()) {
            sql.append(" AND (name_key LIKE ? OR furigana_key LIKE ?)");
            values.add(SearchKey.prefix(SearchKey.name(name)));
            values.add(SearchKey.prefix(SearchKey.furigana(name)));
        }
        sql.append(" ORDER BY person LIMIT ?");
        values.add(Math.clamp(most, 1, 200));
        return new Statements()
                .add(sql.toString(), values.toArray())
                .query(connection, row -> VersionRow.from(row, json).span().record());
    }

    private static String condition(Situation situation) {
        return switch (situation) {
            case ANYBODY -> "";
            case SPECIMEN -> " AND name_key LIKE '試験%'";
            case CHILD -> " AND standing = 0 AND substr(birth, 2) > ?";
            case PROTECTED ->
                    " AND EXISTS (SELECT 1 FROM protection p WHERE p.person = v.person"
                            + " AND p.known_to = 'infinity' AND p.from_day <= ? AND p.until_day >= ?)";
            case FOREIGN -> " AND jsonb_exists(rest, 'foreign')";
            case MOVED_OUT -> " AND standing <> 0 AND standing = 1";
            case ABROAD -> " AND standing <> 0 AND standing = 2";
            case VARIANT_GLYPHS -> " AND name ~ '[\uDB40\uDD00-\uDB40\uDDEF]'";
            case UNKNOWN_BIRTH_DATE -> " AND birth LIKE '%00'";
            case TWIN ->
                    " AND household IS NOT NULL AND EXISTS (SELECT 1 FROM version t"
                            + " WHERE t.household = v.household AND t.known_to = 'infinity'"
                            + " AND t.birth = v.birth AND t.person <> v.person)";
        };
    }
}
