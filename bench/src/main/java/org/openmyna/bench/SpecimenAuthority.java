package org.openmyna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.ValidityRule;

/**
 * The user authentication CA over a durable PostgreSQL, and applications for it: made with a few
 * test keys over and over, each for a person of its own. Everything is gone afterwards.
 */
final class SpecimenAuthority implements AutoCloseable {
    private static final int KEYS = 8;

    private final Path folder;
    private final Database database = TemporaryDatabase.fresh();
    private final Authorities authorities;
    private final CertificationAuthority ca;
    private final IssuingOffice office =
            IssuingOffice.known(MunicipalityCode.parse("282014")).orElseThrow();
    private final List<UserAuthenticationCertificateApplication> applications;

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
        LocalDate lastDay = LocalDate.now(ValidityRule.JAPAN).plusYears(9);
        applications =
                IntStream.range(0, KEYS)
                        .mapToObj(_ ->
                                UserAuthenticationCertificateApplication.first(
                                        request(),
                                        office,
                                        JapaneseDate.of(LocalDate.of(1985, 3, 7)),
                                        lastDay))
                        .toList();
    }

    private static CertificationRequest request() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return CertificationRequest.make(
                    (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        return ca.issue(reservation(person), application(person));
    }

    /** The same, and delivered. */
    JpkiCertificate issueActive(long person) {
        return ca.issueActive(reservation(person), application(person));
    }

    private Reservation reservation(long person) {
        return Reservation.onCard(
                new RequestId("bench-" + person), new HolderId("bench-" + person), office);
    }

    private UserAuthenticationCertificateApplication application(long person) {
        return applications.get((int) (person % KEYS));
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
