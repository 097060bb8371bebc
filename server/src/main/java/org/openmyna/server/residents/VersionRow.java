package org.openmyna.server.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentRecord;
import org.openmyna.server.residents.api.Standing;
import org.openmyna.server.residents.timeline.Span;

/**
 * A row of the table {@code version}.
 *
 * @param notice that wrote it; 0 if it was loaded
 */
record VersionRow(long id, long notice, Span span) {
    /** All that {@link #from} reads. */
    static final String COLUMNS =
            "id, person, valid_from, valid_to, notice, standing, municipality, household,"
                    + " relationship, name, furigana, birth, sex, address, rest";

    /** All that {@link #values} gives, after the ones that an order of SQL fills by itself. */
    static final String WRITTEN =
            "(person, valid_from, valid_to, known_from, notice, ahead, standing, municipality,"
                    + " household, relationship, name, furigana, birth, sex, address, name_key,"
                    + " furigana_key, rest)";

    static final String PLACES =
            "(?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

    private static final Standing[] STANDINGS = Standing.values();

    static VersionRow from(ResultSet row, RegisterJson json) throws SQLException {
        Span span =
                new Span(
                        Statements.day(row, "valid_from"),
                        Statements.day(row, "valid_to"),
                        record(row, json));
        return new VersionRow(row.getLong("id"), row.getLong("notice"), span);
    }

    private static ResidentRecord record(ResultSet row, RegisterJson json) throws SQLException {
        Rest rest = json.rest(row.getString("rest"));
        long household = row.getLong("household");
        return new ResidentRecord(
                new ResidentId(row.getLong("person")),
                STANDINGS[row.getInt("standing")],
                new MunicipalityCode(row.getString("municipality")),
                new PersonName(row.getString("name")),
                Optional.ofNullable(row.getString("furigana")),
                rest.formerSurname(),
                rest.alias(),
                JapaneseDate.ofCertificateForm(row.getString("birth")),
                Sex.ofCode(row.getString("sex")),
                new Address(row.getString("address")),
                household == 0 ? Optional.empty() : Optional.of(new HouseholdId(household)),
                new Relationship(row.getString("relationship")),
                rest.residentSince(),
                rest.addressSince(),
                rest.previousAddress(),
                rest.familyRegister(),
                rest.foreign(),
                rest.qualifications(),
                rest.plannedMove(),
                rest.continuedUse());
    }

    /** Of everything but person, days and recording; in the order of {@link #WRITTEN}. */
    static @Nullable Object[] items(ResidentRecord record, RegisterJson json) {
        return new @Nullable Object[] {
            record.standing().ordinal(),
            record.municipality().digits(),
            record.household().map(HouseholdId::value).map(String::valueOf).orElse(null),
            record.relationship().text(),
            record.name().text(),
            record.furigana().orElse(null),
            record.birthDate().certificateForm(),
            Integer.parseInt(record.sex().code()),
            record.address().text(),
            SearchKey.name(record.name().text()),
            record.furigana().map(SearchKey::furigana).orElse(""),
            json.rest(Rest.of(record))
        };
    }

    boolean holdsOn(LocalDate day) {
        return span.holdsOn(day);
    }
}
