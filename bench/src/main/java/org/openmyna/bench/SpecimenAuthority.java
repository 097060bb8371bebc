package org.openmyna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;

/** The user authentication CA over a durable PostgreSQL. Everything is gone afterwards. */
final class SpecimenAuthority implements AutoCloseable {
    private final Path folder;
    private final Database database = TemporaryDatabase.fresh();
    private final Authorities authorities;
    private final CertificationAuthority ca;
    private final SpecimenPeople people = new SpecimenPeople();

    SpecimenAuthority() throws IOException {
        folder = Files.createTempDirectory("openmyna-bench");
        authorities =
                Authorities.open(
                        database,
                        folder,
                        AuthoritySettings.sandbox(),
                        InstantSource.system(),
                        new SecureRandom());
        ca = authorities.established(CaKind.USER_AUTHENTICATION);
    }

    Path folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    Authorities authorities() {
        return authorities;
    }

    CertificationAuthority ca() {
        return ca;
    }

    /** Reserved, certified and in the log, for a new person. */
    JpkiCertificate issue(long person) {
        return ca.issue(people.reservation(person), people.application(person));
    }

    /** The same, and delivered. */
    JpkiCertificate issueActive(long person) {
        return ca.issueActive(people.reservation(person), people.application(person));
    }

    @Override
    public void close() throws IOException {
        authorities.close();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
