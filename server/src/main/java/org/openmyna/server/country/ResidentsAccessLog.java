package org.openmyna.server.country;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.audit.AuditLog;
import org.openmyna.server.calls.Caller;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.residents.AccessLog;
import org.openmyna.server.residents.api.ResidentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register's reads and acts in its chained log: an entry for each person. */
final class ResidentsAccessLog implements AccessLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ResidentsAccessLog.class);

    private final AuditLog log;
    private final LegalClock legalTime;
    private final AutoCloseable work;

    ResidentsAccessLog(DataSource database, Path folder, LegalClock legalTime) {
        this.log = new AuditLog(database, folder, new SecureRandom(), Instant::now);
        this.legalTime = legalTime;
        this.work = log.start();
    }

    AuditLog log() {
        return log;
    }

    @Override
    public void add(Connection connection, Adding to, Access access) throws SQLException {
        var entry =
                new AuditEntry(
                        Instant.now(),
                        legalTime.instant(),
                        Caller.current().id(),
                        access.officer(),
                        access.purpose(),
                        access.municipality().digits(),
                        access.act(),
                        "",
                        AuditEntry.DONE);
        List<String> subjects = access.people().stream().map(ResidentsAccessLog::subject).toList();
        log.append(connection, to::add, entry, subjects.isEmpty() ? List.of("") : subjects);
    }

    private static String subject(ResidentId person) {
        return "resident-" + person.value();
    }

    @Override
    public void close() {
        try {
            work.close();
        } catch (Exception failure) {
            // what is still in the inbox is moved by the next start
            LOG.warn("the register's access log did not end well: {}", failure.toString());
        }
    }
}
