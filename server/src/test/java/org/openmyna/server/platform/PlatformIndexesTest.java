package org.openmyna.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;

/** What is asked often is found by an index, however much there is. */
class PlatformIndexesTest {
    private static final Database DATABASE = Database.at(TemporaryDatabase.freshUrl());
    private static final DataSource TABLES = DATABASE.open("platform", 2);

    /** Of the others most is over whenever they are looked through. */
    static final List<String> FORGET =
            LoginDuties.FORGET.stream()
                    .filter(sql ->
                            !sql.contains("pushed_request") && !sql.contains("assertion_used"))
                    .toList();

    static final List<String> BY_TOKEN =
            List.of(
                    GrantRow.BY_CODE,
                    GrantRow.BY_ACCESS,
                    GrantRow.BY_REFRESH,
                    GrantRow.BY_ID_TOKEN,
                    GrantRow.BY_FIRST_ID_TOKEN,
                    GrantRow.ID_BY_ID_TOKEN,
                    GrantRow.END_COPIED);

    @AfterAll
    static void end() {
        DATABASE.close();
    }

    private static String plan(String sql, List<Object> values) throws SQLException {
        try (Connection connection = TABLES.getConnection();
                Statement settings = connection.createStatement();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            // reading everything is what is left when there is nothing else
            settings.execute("SET enable_seqscan = off");
            for (int n = 0; n < values.size(); n++) explain.setObject(n + 1, values.get(n));
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) plan.append(lines.getString(1)).append('\n');
            }
            settings.execute("RESET enable_seqscan");
            return plan.toString();
        }
    }

    @ParameterizedTest
    @FieldSource("FORGET")
    void what_is_over_is_found_without_reading_the_rest(String sql) throws SQLException {
        assertThat(plan(sql, List.of(ApprovalRegister.utc(Instant.now()))))
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @FieldSource("BY_TOKEN")
    void a_grant_is_found_by_what_it_gave_out(String sql) throws SQLException {
        int values = (int) sql.chars().filter(each -> each == '?').count();
        assertThat(plan(sql, Collections.nCopies(values, new byte[32]))).doesNotContain("Seq Scan");
    }

    @Test
    void whether_a_client_may_ask_is_found_by_its_party() throws SQLException {
        Object now = ApprovalRegister.utc(Instant.now());
        assertThat(plan(Client.BY_ID, List.of(now, now, now, now, "client")))
                .doesNotContain("Seq Scan");
        assertThat(plan("SELECT id FROM client WHERE party = ?", List.of("party")))
                .doesNotContain("Seq Scan");
    }
}
