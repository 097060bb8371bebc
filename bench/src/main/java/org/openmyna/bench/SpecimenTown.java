package org.openmyna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardIssuer;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.reader.TrustedCvAuthorities;
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
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;

/**
 * Both authorities and a counter that makes cards for 試験 一郎, in a temporary folder that is gone
 * afterwards.
 */
final class SpecimenTown implements AutoCloseable {
    private final Path directory;
    private final SecureRandom random;
    private final Database database = TemporaryDatabase.fresh();
    private final Authorities authorities;
    private final IssuerKeys issuerKeys;
    private final CardIssuer issuer;
    private final Applicant applicant = ichiro();

    SpecimenTown(SecureRandom random) throws IOException {
        this.random = random;
        directory = Files.createTempDirectory("openmyna-bench");
        authorities =
                Authorities.open(
                        database,
                        directory.resolve("authority"),
                        AuthoritySettings.sandbox(),
                        InstantSource.system(),
                        random);
        issuerKeys = IssuerKeys.establish(directory.resolve("issuer"), random);
        issuer =
                new CardIssuer(
                        authorities.established(CaKind.SIGNATURE),
                        authorities.established(CaKind.USER_AUTHENTICATION),
                        issuerKeys,
                        random);
    }

    /** A place in the temporary folder; nothing need be there. */
    Path folder(String name) {
        return directory.resolve(name);
    }

    CardIssuer issuer() {
        return issuer;
    }

    Applicant applicant() {
        return applicant;
    }

    /** What a reader needs to check the cards made here. */
    TrustedCvAuthorities trusted() {
        return IssuerKeys.trustedBy(directory.resolve("issuer"));
    }

    static Pin pin() {
        return Pin.fourDigits("1234".toCharArray());
    }

    static Pin password() {
        return Pin.signaturePassword("TEST1234".toCharArray());
    }

    @Override
    public void close() throws IOException {
        authorities.close();
        database.close();
        issuerKeys.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static Applicant ichiro() {
        var items =
                new FourItems(
                        PersonName.of("試験", "一郎"),
                        Address.parse("兵庫県姫路市安田四丁目９９９９番地"),
                        JapaneseDate.of(LocalDate.of(1985, 3, 7)),
                        Sex.MALE);
        var office = IssuingOffice.known(MunicipalityCode.parse("282014")).orElseThrow();
        return new Applicant(
                items,
                new MyNumber("994471615639"),
                new ResidentRecordCode("40610267710"),
                office,
                FacePhoto.specimen(1),
                LocalDate.now(ValidityRule.JAPAN).plusYears(9));
    }
}
