package org.openmyna.trust.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.Era;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;

/** A thousand sham people from one seed: what is built is read back equal, and is the profile. */
final class PeopleTest {
    private static final int PEOPLE = 1_000;
    private static final List<String> FAMILIES =
            List.of("試験", "架空", "髙見", "﨑山", "𠮷野", "葛󠄀城", "例示", "𠀋々", "か゚き");
    private static final List<String> GIVEN = List.of("一郎", "花子", "ヴァイオレット", "々", "はるか", "凜");
    private static final String PLACES = "東京都千代田区霞が関１－２－３麴町塚ヶヶ丘ビル第Ⅱ棟ｶﾞ〆";

    private final Random chance = new Random(1_000_2026);

    private <T> T oneOf(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }

    private PersonName name() {
        return chance.nextInt(10) == 0
                ? new PersonName("SHAM MARIA DE LA CRUZ（試験　マリア）")
                : PersonName.of(oneOf(FAMILIES), oneOf(GIVEN));
    }

    private Address address(int length) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < length; n++) {
            text.append(PLACES.charAt(chance.nextInt(PLACES.length())));
        }
        return new Address(text.toString());
    }

    private JapaneseDate birthDate() {
        return switch (chance.nextInt(8)) {
            case 0 -> new JapaneseDate.Unknown();
            case 1 -> new JapaneseDate.YearUnknown(oneOf(List.of(Era.values())));
            case 2 -> new JapaneseDate.MonthUnknown(Era.SHOWA, 1 + chance.nextInt(60));
            case 3 -> new JapaneseDate.DayUnknown(Era.HEISEI, 2 + chance.nextInt(20), 2);
            case 4 -> JapaneseDate.of(LocalDate.of(1904 + 4 * chance.nextInt(20), 2, 29));
            default -> JapaneseDate.of(LocalDate.of(1900, 1, 1).plusDays(chance.nextInt(45_000)));
        };
    }

    private FourItems person(int n) {
        int length = n % 10 == 0 ? 200 : 1 + chance.nextInt(60);
        return new FourItems(name(), address(length), birthDate(), oneOf(List.of(Sex.values())));
    }

    @Test
    void whoever_the_person_is_the_certificates_read_back_as_they_were_meant() {
        var profile = Sham.profile(Hierarchy.TEST);
        var signatureCa = Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST);
        var loginCa = Sham.ca(CaKind.USER_AUTHENTICATION, Hierarchy.TEST);
        int withSubstitutes = 0;
        for (int n = 0; n < PEOPLE; n++) {
            CertifiedFourItems items = CertifiedFourItems.of(person(n));
            withSubstitutes += items.nameFlags().contains("1") ? 1 : 0;
            var name =
                    new SubjectName.Signature(
                            LocalDateTime.ofInstant(Sham.ISSUED, ZoneOffset.UTC), n, Sham.himeji());
            JpkiCertificate signature =
                    profile.signature(signatureCa, Sham.common(2L + n), name, items);
            assertThat(signature.fourItems()).contains(items);
            assertThat(signature.departures()).isEmpty();
            assertThat(signature.serial()).isEqualTo(CertificateSerial.of(2L + n));
            assertThat(signature.commonName()).isEqualTo(name.commonName());
            assertThat(JpkiCertificate.parse(signature.der())).isEqualTo(signature);
            if (n % 10 == 0) {
                // the JDK's reader is slower and asked about every tenth only
                assertThat(signature.x509().getSerialNumber())
                        .isEqualTo(signature.serial().value());
                var login = SubjectName.UserAuthentication.draw(chance, Sham.naka());
                assertThat(profile.userAuthentication(loginCa, Sham.common(n + 2L), login))
                        .satisfies(read -> {
                            assertThat(read.departures()).isEmpty();
                            assertThat(read.commonName()).isEqualTo(login.commonName());
                            assertThat(read.isIssuedBy(loginCa.certificate())).isTrue();
                            assertThat(read.isIssuedBy(signatureCa.certificate())).isFalse();
                        });
            }
        }
        assertThat(withSubstitutes).as("people with substitute characters").isGreaterThan(100);
    }

    @Test
    void another_generation_of_the_same_name_is_not_the_issuer() {
        JpkiCertificate certificate = Sham.userAuthentication(Hierarchy.TEST);
        KeyPair other = Sham.strangerKey();
        CaCertificate next =
                Sham.profile(Hierarchy.TEST)
                        .selfSigned(
                                CaKind.USER_AUTHENTICATION,
                                new JpkiProfile.Common(
                                        CertificateSerial.of(9_000),
                                        ValidityRule.certificationAuthority(Sham.ISSUED),
                                        Sham.publicKey(other)),
                                ContentSignature.with(other.getPrivate()));
        assertThat(next.nameDer()).isEqualTo(certificate.issuerDer());
        assertThat(certificate.namesAsIssuer(next)).isFalse();
        assertThat(certificate.isIssuedBy(next)).isFalse();
    }
}
