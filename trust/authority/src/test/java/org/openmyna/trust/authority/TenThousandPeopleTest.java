package org.openmyna.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.KeyStorePassword;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.HolderAgeUnknown;
import org.openmyna.trust.profile.HolderTooYoung;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.ValidityRule;

/**
 * Ten thousand sham people (fewer in the short run) from one seed, with every edge that names,
 * addresses and dates have: the linter, which shares no code with the builder, has nothing to say,
 * and so all of them are signed.
 */
class TenThousandPeopleTest {
    private static final int LENGTH = Integer.getInteger("openmyna.test.length", 1);

    /** So many that each edge meets each other one; the long run has ten thousand and more. */
    private static final int PEOPLE = 10_000 * LENGTH;

    private static final List<String> FAMILIES =
            List.of("試験", "架空", "髙見", "﨑山", "𠮷野", "葛󠄀城", "例示", "𠀋々", "か゚き", "寿限無寿限無五劫の擦り切れ");
    private static final List<String> GIVEN = List.of("一郎", "花子", "ヴァイオレット", "々", "はるか", "凜", "弌");
    private static final List<String> FOREIGNERS =
            List.of(
                    "SHAM MARIA DE LA CRUZ（試験　マリア）",
                    "TEST O'BRIEN-SMITH ALEXANDER JONATHAN BARTHOLOMEW",
                    "試験　小龍",
                    "MOCK ANNA");
    private static final String PLACES = "東京都千代田区霞が関１－２－３麴町塚ヶヶ丘ビル第Ⅱ棟ｶﾞ〆𠮷";
    private static final Instant BEGIN = Instant.parse("2024-02-28T15:00:00Z");

    private final Random chance = new Random(10_000_2026);
    @TempDir private Path folder;
    private final Map<CaKind, Generation> generations = new EnumMap<>(CaKind.class);
    private Instant now = BEGIN;

    private static LintedProfile profile(KeyVault vault) {
        AuthoritySettings settings = AuthoritySettings.sandbox();
        return new LintedProfile(
                settings, new JpkiProfile(settings.hierarchy(), settings.addresses()), vault);
    }

    private LintedProfile found() {
        KeyVault vault =
                KeyVault.pkcs12(folder, KeyStorePassword.besideTheKey(), new SecureRandom());
        LintedProfile profile = profile(vault);
        for (CaKind ca : CaKind.values()) {
            String name = ca == CaKind.SIGNATURE ? "sign" : "login";
            vault.generate(name, KeyAlgorithm.RSA_2048);
            generations.put(
                    ca,
                    new Generation(
                            Generation.idOf(ca, 1),
                            ca,
                            1,
                            KeyAlgorithm.RSA_2048,
                            SerialMode.SEQUENTIAL,
                            name,
                            profile.selfSigned(
                                    ca,
                                    CertificateSerial.of(1),
                                    ValidityRule.certificationAuthority(BEGIN),
                                    name),
                            BEGIN));
        }
        return profile;
    }

    @Test
    void the_linter_finds_nothing_whoever_the_person_is() {
        var desk = new IssuingDesk(found(), new LegalDates(() -> now, BEGIN), new SecureRandom());
        int signatures = 0;
        int tooYoung = 0;
        int substitutes = 0;
        for (int n = 0; n < PEOPLE; n++) {
            now = BEGIN.plus(chance.nextInt(3 * 366), ChronoUnit.DAYS).plusSeconds(n % 86_400);
            FourItems person = person(n);
            substitutes += person.name().forCertificate().flags().contains("1") ? 1 : 0;
            LocalDate cardLastDay =
                    LocalDate.ofInstant(now, ValidityRule.JAPAN)
                            .plusDays(1 + chance.nextInt(3_650));
            Optional<Instant> renewed =
                    chance.nextInt(4) == 0
                            ? Optional.of(now.plus(chance.nextInt(120), ChronoUnit.DAYS))
                            : Optional.empty();
            var login =
                    UserAuthenticationCertificateApplication.first(
                            Sandbox.request(), Sandbox.himeji(), person.birthDate(), cardLastDay);
            var examined = desk.examine(renewed.map(login::renewing).orElse(login));
            var loginCertificate =
                    examined.sign(of(CaKind.USER_AUTHENTICATION), serial(n), medium(n), 0);
            var sign =
                    SignatureCertificateApplication.first(
                                    Sandbox.request(), person, Sandbox.himeji(), cardLastDay)
                            .besideUserAuthenticationUntil(loginCertificate.notAfter());
            try {
                var certificate =
                        desk.examine(renewed.map(sign::renewing).orElse(sign))
                                .sign(of(CaKind.SIGNATURE), serial(n), medium(n), 0);
                assertThat(certificate.notAfter()).isBeforeOrEqualTo(loginCertificate.notAfter());
                signatures++;
            } catch (HolderTooYoung | HolderAgeUnknown notForThem) {
                tooYoung++;
            }
        }
        assertThat(signatures).isGreaterThan(PEOPLE / 2);
        assertThat(tooYoung).isGreaterThan(PEOPLE / 20);
        assertThat(substitutes).isGreaterThan(PEOPLE / 20);
    }

    private Generation of(CaKind ca) {
        return Objects.requireNonNull(generations.get(ca));
    }

    private static CertificateSerial serial(int n) {
        return CertificateSerial.of(2L + n * 37L % 200_000_000L);
    }

    private static CertificateMedium medium(int n) {
        return n % 5 == 0 ? CertificateMedium.PHONE : CertificateMedium.CARD;
    }

    private FourItems person(int n) {
        int length = n % 10 == 0 ? 200 : 1 + chance.nextInt(60);
        return new FourItems(name(), address(length), birthDate(), oneOf(List.of(Sex.values())));
    }

    private PersonName name() {
        return chance.nextInt(10) == 0
                ? new PersonName(oneOf(FOREIGNERS))
                : PersonName.of(oneOf(FAMILIES), oneOf(GIVEN));
    }

    private Address address(int length) {
        int[] places = PLACES.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < length; n++)
            text.appendCodePoint(places[chance.nextInt(places.length)]);
        return new Address(text.toString());
    }

    private JapaneseDate birthDate() {
        return switch (chance.nextInt(10)) {
            case 0 -> new JapaneseDate.Unknown();
            case 1 -> new JapaneseDate.YearUnknown(oneOf(List.of(Era.values())));
            case 2 -> new JapaneseDate.MonthUnknown(Era.SHOWA, 1 + chance.nextInt(60));
            case 3 -> new JapaneseDate.DayUnknown(Era.HEISEI, 2 + chance.nextInt(20), 2);
            case 4 -> JapaneseDate.of(LocalDate.of(1904 + 4 * chance.nextInt(20), 2, 29));
            case 5 -> JapaneseDate.of(LocalDate.of(2009, 1, 1).plusDays(chance.nextInt(5_000)));
            default -> JapaneseDate.of(LocalDate.of(1900, 1, 1).plusDays(chance.nextInt(39_000)));
        };
    }

    private <T> T oneOf(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }
}
