package org.openmyna.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.KeyPool;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.card.issuer.CardIssuer;
import org.openmyna.card.issuer.CardValidity;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.IssuerDesk;
import org.openmyna.card.issuer.channel.CardKeys;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
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
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;

/** Two authorities at a fixed legal time, and cards of 試験 一郎. Made once in a test run. */
final class Country implements AutoCloseable {
    static final String PIN = "1234";
    static final String PASSWORD = "ABC123";
    static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(Country.class);
    private static final LocalDate BORN = LocalDate.of(1985, 3, 7);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    private final SecureRandom random = new SecureRandom();
    private final KeyPool keys = new KeyPool(2, 1, random, NativeCrypto.provider());
    private final Path directory;
    private final Database database = TemporaryDatabase.fresh();
    private final Authorities authorities;
    private final CertificationAuthority userAuthenticationCa;
    private final CertificationAuthority signatureCa;
    private final IssuerKeys issuerKeys;

    static Country of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Country.class, _ -> new Country(), Country.class);
    }

    private Country() {
        try {
            directory = Files.createTempDirectory("openmyna-country");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        authorities =
                Authorities.open(
                        database,
                        directory.resolve("authority"),
                        AuthoritySettings.sandbox(),
                        InstantSource.fixed(NOW),
                        random);
        userAuthenticationCa = authorities.established(CaKind.USER_AUTHENTICATION);
        signatureCa = authorities.established(CaKind.SIGNATURE);
        issuerKeys = IssuerKeys.establish(issuerDirectory(), random);
    }

    private Path issuerDirectory() {
        return directory.resolve("issuer");
    }

    CertificationAuthority userAuthenticationCa() {
        return userAuthenticationCa;
    }

    CertificationAuthority signatureCa() {
        return signatureCa;
    }

    /** The counter for cards in use. */
    IssuerDesk desk() {
        return new IssuerDesk(signatureCa, userAuthenticationCa, issuerKeys, random);
    }

    /** What a reader needs to check cards of this country. */
    TrustedCvAuthorities trusted() {
        return IssuerKeys.trustedBy(issuerDirectory());
    }

    /** The keys of the issuer channel of a card. */
    CardKeys channelKeys(IssuedCard issued) {
        return issuerKeys.cardKeys(
                issued.number().identification().getBytes(StandardCharsets.US_ASCII));
    }

    static IssuingOffice office(String fiveDigits) {
        return IssuingOffice.known(MunicipalityCode.withCheckDigit(fiveDigits)).orElseThrow();
    }

    /**
     * A personalised card that is gone with the test; it ends the certificates of an earlier one.
     */
    Specimen newCard() {
        VirtualCard card = VirtualCard.inMemory(keys, random);
        return specimen(card, personalised(card.channel()));
    }

    /** The card of somebody else of the same name. */
    Specimen neighboursCard() {
        VirtualCard card = VirtualCard.inMemory(keys, random);
        return specimen(
                card,
                personalise(
                        issuer(),
                        card.channel(),
                        new MyNumber("123456789018"),
                        new ResidentRecordCode("24727059608")));
    }

    /** A personalised card in a drawer, not opened. */
    IssuedCard newCard(CardDrawer drawer, CardName name) {
        return drawer.make(name, keys, random, this::personalised);
    }

    VirtualCard open(CardDrawer drawer, CardName name) {
        return drawer.open(name, keys, random);
    }

    @Override
    public void close() throws IOException {
        keys.close();
        authorities.close();
        database.close();
        issuerKeys.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    private Specimen specimen(VirtualCard card, IssuedCard issued) {
        return new Specimen(
                card, issued, userAuthenticationCa.certificate(), signatureCa.certificate());
    }

    private IssuedCard personalised(CardChannel blank) {
        return personalise(issuer(), blank);
    }

    private CardIssuer issuer() {
        return new CardIssuer(signatureCa, userAuthenticationCa, issuerKeys, random);
    }

    /** Makes a card for 試験 一郎. */
    static IssuedCard personalise(CardIssuer issuer, CardChannel blank) {
        return personalise(
                issuer, blank, new MyNumber("994471615639"), new ResidentRecordCode("40610267710"));
    }

    private static IssuedCard personalise(
            CardIssuer issuer, CardChannel blank, MyNumber number, ResidentRecordCode recordCode) {
        var ichiro =
                new FourItems(
                        PersonName.of("試験", "一郎"),
                        new Address("兵庫県姫路市安田四丁目９９９９番地"),
                        JapaneseDate.of(BORN),
                        Sex.MALE);
        var applicant =
                new Applicant(
                        ichiro,
                        number,
                        recordCode,
                        office("28201"),
                        FacePhoto.specimen(1),
                        CardValidity.lastDay(BORN, TODAY));
        try (Pin pin = Pin.fourDigits(PIN.toCharArray());
                Pin password = Pin.signaturePassword(PASSWORD.toCharArray())) {
            return issuer.personalise(blank, applicant, pin, password);
        }
    }
}
