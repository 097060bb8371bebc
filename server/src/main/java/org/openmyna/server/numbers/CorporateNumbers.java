package org.openmyna.server.numbers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.house.Organisation;

/**
 * Corporate Numbers (Number Act art. 39): public. Their twelve digits begin with 9 in the sandbox,
 * which no real body's do, and otherwise with 7, as those of bodies without a company register do
 * (recalled, not read in a source).
 */
final class CorporateNumbers {
    private static final String BY_CALL = "SELECT number FROM corporate_number WHERE by_call = ?";
    private static final String PUT =
            """
            INSERT INTO corporate_number (number, name, assigned_at, by_call) VALUES (?, ?, ?, ?)
                ON CONFLICT (number) DO NOTHING
            """;
    private static final long ELEVEN_DIGITS = 100_000_000_000L;
    private static final int LONGEST_NAME = 150;

    private final Transactions transactions;
    private final NumberMode mode;
    private final AuditLog audit;
    private final Trail trail;
    private final RandomGenerator chance;

    CorporateNumbers(
            Transactions transactions,
            NumberMode mode,
            AuditLog audit,
            Trail trail,
            RandomGenerator chance) {
        this.transactions = transactions;
        this.mode = mode;
        this.audit = audit;
        this.trail = trail;
        this.chance = chance;
    }

    /**
     * @param key of the call: the same once more gives the same number
     * @throws CorporateNameMalformed for no name, or one of more than 150 characters (MYNA-NUM-019)
     */
    CorporateNumber assign(Organisation caller, String key, @Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new CorporateNameMalformed();
        }
        String byCall = caller.id() + " " + key;
        return transactions.run(connection -> {
            Optional<CorporateNumber> before = byCall(connection, byCall);
            if (before.isPresent()) return before.get();
            CorporateNumber number = drawn();
            while (!put(connection, number, name, byCall)) number = drawn();
            audit.append(
                    connection, trail.act(caller, "CORPORATE", number.digits(), AuditEntry.DONE));
            return number;
        });
    }

    private CorporateNumber drawn() {
        String eleven = "%011d".formatted(chance.nextLong(ELEVEN_DIGITS));
        return CorporateNumber.withCheckDigit((mode == NumberMode.SANDBOX ? "9" : "7") + eleven);
    }

    private static Optional<CorporateNumber> byCall(Connection connection, String byCall)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BY_CALL)) {
            query.setString(1, byCall);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new CorporateNumber(row.getString("number")))
                        : Optional.empty();
            }
        }
    }

    private boolean put(Connection connection, CorporateNumber number, String name, String byCall)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setString(1, number.digits());
            insert.setString(2, name);
            insert.setObject(3, trail.legalNow().atOffset(ZoneOffset.UTC));
            insert.setString(4, byCall);
            return insert.executeUpdate() == 1;
        }
    }
}
