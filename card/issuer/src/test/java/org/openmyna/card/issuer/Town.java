package org.openmyna.card.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificateSearch;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;

/** Two authorities, an issuer with its keys, and 試験 一郎, at a fixed legal time. */
final class Town implements AutoCloseable {
    static final String PIN = "1234";
    static final String PASSWORD = "ABC123";
    static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    static final IssuingOffice HIMEJI = office("282014");
    static final IssuingOffice NAHA = office("472018");
    static final FacePhoto PHOTO = FacePhoto.specimen(1);

    private static final LocalDate BORN = LocalDate.of(1985, 3, 7);

    final SecureRandom random = new SecureRandom();
    final FewKeys pairs = new FewKeys(random);
    final Path directory;
    private final Database database;
    private final Authorities authorities;
    final CertificationAuthority signatureCa;
    final CertificationAuthority userCa;
    final IssuerKeys keys;
    final CardIssuer issuer;
    final IssuerDesk desk;

    /** A card and what the register knows of it. */
    record Card(VirtualCard chip, IssuedCard record) implements AutoCloseable {
        CardChannel channel() {
            return chip.channel();
        }

        @Override
        public void close() {
            chip.close();
        }
    }

    Town() {
        this(newDirectory(), TemporaryDatabase.freshUrl());
    }

    /**
     * Founded in this directory, or opened as it was left.
     *
     * @param url of the database; another program may have it open
     */
    Town(Path directory, String url) {
        this.directory = directory;
        database = Database.at(url);
        authorities =
                Authorities.open(
                        database,
                        directory.resolve("authority"),
                        AuthoritySettings.sandbox(),
                        InstantSource.fixed(NOW),
                        random);
        signatureCa = authorities.established(CaKind.SIGNATURE);
        userCa = authorities.established(CaKind.USER_AUTHENTICATION);
        Path place = directory.resolve("issuer");
        keys =
                IssuerKeys.existIn(place)
                        ? IssuerKeys.open(place, random)
                        : IssuerKeys.establish(place, random);
        issuer = new CardIssuer(signatureCa, userCa, keys, random);
        desk = new IssuerDesk(signatureCa, userCa, keys, random);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("openmyna-town");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Applicant ichiro() {
        return new Applicant(
                new FourItems(
                        PersonName.of("試験", "一郎"),
                        Address.parse("兵庫県姫路市安田四丁目９９９９番地"),
                        JapaneseDate.of(BORN),
                        Sex.MALE),
                new MyNumber("994471615639"),
                new ResidentRecordCode("40610267710"),
                HIMEJI,
                PHOTO,
                CardValidity.lastDay(BORN, LocalDate.of(2026, 11, 23)));
    }

    Card newCard() {
        VirtualCard chip = VirtualCard.inMemory(pairs, random);
        return new Card(chip, personalise(chip.channel()));
    }

    IssuedCard personalise(CardChannel blank) {
        try (Pin pin = pin();
                Pin password = password()) {
            return issuer.personalise(blank, ichiro(), pin, password);
        }
    }

    static Pin pin() {
        return Pin.fourDigits(PIN.toCharArray());
    }

    static Pin password() {
        return Pin.signaturePassword(PASSWORD.toCharArray());
    }

    CertificateStatus statusOf(JpkiCertificate certificate) {
        return authority(certificate.kind()).statusOf(certificate.serial());
    }

    CertificationAuthority authority(CaKind kind) {
        return kind == CaKind.SIGNATURE ? signatureCa : userCa;
    }

    /** How many certificates live. */
    long living(CaKind kind) {
        var search = CertificateSearch.all().in(IssuingState.ACTIVE).atMost(1_000);
        return authority(kind).search(search).stream()
                .filter(each -> each.status() instanceof CertificateStatus.Good)
                .count();
    }

    /** How many requests are neither delivered nor thrown away. */
    int unfinished() {
        return signatureCa.unfinished().size() + userCa.unfinished().size();
    }

    private static IssuingOffice office(String code) {
        return IssuingOffice.known(MunicipalityCode.parse(code)).orElseThrow();
    }

    /** Closes all and leaves the directory. */
    void leave() {
        authorities.close();
        database.close();
        keys.close();
        pairs.close();
    }

    @Override
    public void close() {
        leave();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
