package org.openmyna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardIssuer;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;

/** A card as the demo makes it, in a temporary folder that is gone afterwards. */
final class SpecimenCard implements AutoCloseable {
    /** The PIN of its login key, in ASCII. */
    static final byte[] PIN = {0x31, 0x32, 0x33, 0x34};

    private static final CardName NAME = new CardName("specimen");

    private final Path directory;
    private final SecureRandom random = new SecureRandom();
    private final KeyPool keys = new KeyPool(0, 1, random, NativeCrypto.provider());
    private final CardDrawer drawer;

    SpecimenCard() throws IOException {
        directory = Files.createTempDirectory("openmyna-bench");
        drawer = new CardDrawer(directory.resolve("cards"));
        try (var signatureCa = establish(CaKind.SIGNATURE);
                var userCa = establish(CaKind.USER_AUTHENTICATION);
                var issuerKeys = IssuerKeys.establish(directory.resolve("issuer"), random);
                Pin pin = Pin.fourDigits("1234".toCharArray());
                Pin password = Pin.signaturePassword("TEST1234".toCharArray())) {
            var issuer = new CardIssuer(signatureCa, userCa, issuerKeys, random);
            drawer.make(
                    NAME,
                    keys,
                    random,
                    blank -> issuer.personalise(blank, applicant(), pin, password));
        }
    }

    Path image() {
        return drawer.image(NAME);
    }

    /** Powers on the card. */
    VirtualCard open() {
        return drawer.open(NAME, keys, random);
    }

    /** A copy of the card in the same drawer, with power. */
    VirtualCard openCopy(int number) throws IOException {
        var name = new CardName("copy-" + number);
        Files.copy(image(), drawer.image(name), StandardCopyOption.COPY_ATTRIBUTES);
        return drawer.open(name, keys, random);
    }

    @Override
    public void close() throws IOException {
        keys.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private CertificationAuthority establish(CaKind kind) {
        return CertificationAuthority.establish(
                directory.resolve(kind.name()),
                kind,
                AuthoritySettings.sandbox(),
                InstantSource.system(),
                random);
    }

    private static Applicant applicant() {
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
