package org.openmyna.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;

/** A database, a clock that tests move, sham people, and one key pair for all of them. */
final class Sandbox implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-23T01:30:15Z");
    static final LocalDate CARD_LAST_DAY = LocalDate.of(2036, 6, 7);
    static final SecureRandom RANDOM = new SecureRandom();

    private static final AtomicLong PEOPLE = new AtomicLong();

    /** Made when first needed: a program that brings its own request need not wait for it. */
    private static final class Holder {
        static final KeyPair KEY = pair();
        static final CertificationRequest REQUEST = request(KEY);
    }

    final Database database;
    final Path folder;
    private final List<Authorities> opened = new ArrayList<>();
    private volatile Instant now = START;

    Sandbox() {
        this(TemporaryDatabase.fresh(), newFolder());
    }

    Sandbox(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("openmyna-authority");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    InstantSource clock() {
        return () -> now;
    }

    void itIs(String moment) {
        now = Instant.parse(moment);
    }

    void itIs(Instant moment) {
        now = moment;
    }

    /** Another program on the same database, as far as the database can see. */
    Authorities open() {
        var authorities =
                Authorities.open(database, folder, AuthoritySettings.sandbox(), clock(), RANDOM);
        opened.add(authorities);
        return authorities;
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static KeyPair holderKey() {
        return Holder.KEY;
    }

    static CertificationRequest request() {
        return Holder.REQUEST;
    }

    static CertificationRequest request(KeyPair pair) {
        return CertificationRequest.make(
                (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()));
    }

    static IssuingOffice himeji() {
        return office("28201");
    }

    static IssuingOffice naha() {
        return office("47201");
    }

    private static IssuingOffice office(String five) {
        return IssuingOffice.known(MunicipalityCode.withCheckDigit(five)).orElseThrow();
    }

    static FourItems ichiro() {
        return bornOn("1985-06-07");
    }

    static FourItems bornOn(String day) {
        return new FourItems(
                PersonName.of("試験", "一郎"),
                new Address("兵庫県姫路市試験町一丁目２番３号"),
                JapaneseDate.of(LocalDate.parse(day)),
                Sex.MALE);
    }

    /** A card for somebody who was never here before. */
    static Reservation somebody() {
        return somebodyAt(himeji());
    }

    static Reservation somebodyAt(IssuingOffice office) {
        String name = RANDOM.nextInt(1_000_000) + "-" + PEOPLE.incrementAndGet();
        return Reservation.onCard(
                new RequestId("request-" + name), new HolderId("person-" + name), office);
    }

    /** Another request of the same person. */
    static Reservation again(Reservation first) {
        return Reservation.onCard(
                new RequestId("request-again-" + PEOPLE.incrementAndGet()),
                first.holder(),
                first.office());
    }

    static SignatureCertificateApplication signature() {
        return SignatureCertificateApplication.first(request(), ichiro(), himeji(), CARD_LAST_DAY);
    }

    static UserAuthenticationCertificateApplication login() {
        return loginAt(himeji());
    }

    static UserAuthenticationCertificateApplication loginAt(IssuingOffice office) {
        return login(request(), office);
    }

    static UserAuthenticationCertificateApplication login(
            CertificationRequest request, IssuingOffice office) {
        return UserAuthenticationCertificateApplication.first(
                request, office, ichiro().birthDate(), CARD_LAST_DAY);
    }

    @Override
    public void close() {
        opened.forEach(Authorities::close);
        database.close();
    }
}
