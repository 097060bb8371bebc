package org.openmyna.server.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.card.reader.VerificationSecret;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.VerificationNumberB;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;

/** Cards of a register's people, on real chips, from the real authority. */
class ProductionTest {
    private final CardsTown town = CardsTown.shared();
    private final CardService desk = town.desk();

    @Test
    void the_card_in_the_drawer_opens_with_the_test_pins_and_is_genuine() {
        long person = town.register.born("1985-03-07");
        assertThat(desk.card(CardsTown.call(), person)).isEmpty();
        MadeCard made = desk.make(CardsTown.call(), person);
        assertThat(made.name()).isEqualTo("resident-" + person);
        assertThat(made.lastDay()).isEqualTo("2036-03-07");
        assertThat(desk.card(CardsTown.call(), person)).hasValue(made);
        String serial = made.userAuthenticationSerial();
        assertThat(desk.ofCertificate(CardsTown.call(), serial)).hasValue(made);
        assertThat(desk.ofCertificate(CardsTown.call(), "00" + serial)).isEmpty();
        try (VirtualCard chip = town.open(made);
                MyNumberCard card = MyNumberCard.over(chip.channel());
                Pin pin = Pin.fourDigits("1234".toCharArray());
                Pin password = Pin.signaturePassword("TEST1234".toCharArray())) {
            var number = TestNumbers.of(town.register.code(person));
            var trusted = IssuerKeys.trustedBy(town.issuer());
            assertThat(
                            card.checkAuthenticity(
                                    trusted,
                                    new Opening.ByNumber(number),
                                    LastTry.KEEP,
                                    new SecureRandom()))
                    .isInstanceOf(Authenticity.Genuine.class);
            assertThat(card.profile().verify(pin, LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
            assertThat(card.profile().myNumber()).isEqualTo(number);
            assertThat(card.jpki().verify(JpkiKey.SIGNATURE, password, LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
            JpkiCertificate signature =
                    JpkiCertificate.parse(card.jpki().certificate(JpkiKey.SIGNATURE));
            assertThat(signature.fourItems().orElseThrow().address())
                    .isEqualTo(TestRegister.YASUDA.text());
            assertThat(made.signatureSerial()).hasValue(signature.serial().toString());
            var printed = desk.printed(CardsTown.call(), person).orElseThrow();
            assertThat(card.manager().cardId()).hasValue(printed.serial());
            var items =
                    VerificationNumberB.of(
                            JapaneseDate.parse("1985-03-07"), 2036, printed.securityCode());
            assertThat(card.face().verify(VerificationSecret.b(items), LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
        }
        assertThat(town.good(CaKind.SIGNATURE, person))
                .extracting(each -> each.serial().toString())
                .containsExactly(made.signatureSerial().orElseThrow());
        assertThat(town.good(CaKind.USER_AUTHENTICATION, person))
                .extracting(each -> each.serial().toString())
                .containsExactly(made.userAuthenticationSerial());
    }

    @Test
    void a_child_of_14_gets_no_signature_certificate_and_on_the_15th_birthday_it_would() {
        long child = town.register.born("2011-11-24");
        MadeCard made = desk.make(CardsTown.call(), child);
        assertThat(made.signatureSerial()).isEmpty();
        assertThat(made.lastDay()).as("the fifth birthday").isEqualTo("2030-11-24");
        assertThat(town.good(CaKind.SIGNATURE, child)).isEmpty();
        assertThat(town.good(CaKind.USER_AUTHENTICATION, child)).hasSize(1);
        long birthday = town.register.born("2011-11-23");
        assertThat(desk.make(CardsTown.call(), birthday).signatureSerial()).isPresent();
    }

    @Test
    void where_nothing_shows_the_age_there_is_a_card_without_a_signature_certificate() {
        long unknown = town.register.born("不詳");
        MadeCard made = desk.make(CardsTown.call(), unknown);
        assertThat(made.signatureSerial()).isEmpty();
        long old = town.register.born("昭和20年月日不詳");
        assertThat(desk.make(CardsTown.call(), old).signatureSerial()).isPresent();
    }

    @Test
    void a_foreign_residents_card_ends_with_the_period_of_stay() {
        LocalDate until = LocalDate.of(2028, 2, 1);
        MadeCard made = desk.make(CardsTown.call(), town.register.foreigner(Optional.of(until)));
        assertThat(made.lastDay()).isEqualTo(until);
        assertThat(made.userAuthenticationEnd()).isEqualTo("2028-02-01T14:59:59Z");
        MadeCard forGood = desk.make(CardsTown.call(), town.register.foreigner(Optional.empty()));
        assertThat(forGood.lastDay()).isEqualTo("2036-05-05");
        long over = town.register.foreigner(Optional.of(LocalDate.of(2026, 11, 22)));
        assertThatThrownBy(() -> desk.make(CardsTown.call(), over)).isInstanceOf(StayIsOver.class);
    }

    @Test
    void nobody_gets_a_card_who_is_not_registered_or_whose_office_nobody_knows() {
        long dead = town.register.born("1930-01-01");
        town.register.die(dead);
        assertThatThrownBy(() -> desk.make(CardsTown.call(), dead))
                .isInstanceOf(NoResident.class)
                .hasMessageContaining("MYNA-CDS-001");
        long far =
                town.register.registered(
                        JapaneseDate.parse("1980-01-01"),
                        MunicipalityCode.withCheckDigit("01999"),
                        Optional.empty());
        assertThatThrownBy(() -> desk.make(CardsTown.call(), far))
                .isInstanceOf(OfficeUnknown.class);
    }

    @Test
    void many_calls_for_one_person_make_one_card_in_one_program_and_in_two() throws Exception {
        long person = town.register.born("1970-02-03");
        List<CardService> programs = List.of(desk, town.desk());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MadeCard>> calls =
                    IntStream.range(0, 6)
                            .mapToObj(n ->
                                    threads.submit(() ->
                                            programs.get(n % 2).make(CardsTown.call(), person)))
                            .toList();
            MadeCard first = calls.getFirst().get();
            for (Future<MadeCard> each : calls) assertThat(each.get()).isEqualTo(first);
        }
        assertThat(town.good(CaKind.USER_AUTHENTICATION, person)).hasSize(1);
        assertThat(town.nothingIsUnderWay(person)).isTrue();
    }

    @Test
    void another_program_that_has_the_issuers_keys_is_waited_for() throws Exception {
        long person = town.register.born("1971-02-03");
        desk.make(CardsTown.call(), town.register.born("1972-02-03"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MadeCard> waits;
            try (IssuerKeys held = IssuerKeys.open(town.issuer(), new SecureRandom())) {
                assertThatThrownBy(() -> desk.make(CardsTown.hurry(Duration.ofMillis(300)), person))
                        .isInstanceOf(IssuerKeysBusy.class);
                assertThat(held.authorities()).hasSize(3);
                waits = threads.submit(() -> desk.make(CardsTown.call(), person));
            }
            assertThat(waits.get().person()).isEqualTo(person);
        }
    }

    @Test
    void a_card_that_is_over_makes_room_for_another() {
        try (CardsTown later = new CardsTown()) {
            long person = later.register.born("2012-01-20");
            CardService there = later.desk();
            MadeCard first = there.make(CardsTown.call(), person);
            later.clock.set(CardsTown.NOW.plus(Duration.ofDays(1_519)));
            assertThat(there.make(CardsTown.call(), person)).isEqualTo(first);
            later.clock.set(CardsTown.NOW.plus(Duration.ofDays(1_520)));
            MadeCard second = there.make(CardsTown.call(), person);
            assertThat(second.name()).isEqualTo(first.name() + "-2");
            assertThat(first.lastDay()).isEqualTo("2031-01-20");
            assertThat(second.lastDay()).as("an adult by now").isEqualTo("2041-01-20");
        }
    }

    @Test
    void what_ends_is_listed_with_the_earliest_first() {
        MadeCard adult = desk.make(CardsTown.call(), town.register.born("1985-03-08"));
        LocalDate until = LocalDate.of(2028, 2, 2);
        MadeCard stay = desk.make(CardsTown.call(), town.register.foreigner(Optional.of(until)));
        MadeCard child = desk.make(CardsTown.call(), town.register.born("2015-01-21"));
        List<MadeCard> mine = List.of(adult, stay, child);
        assertThat(ending("2026-11-23", "2036-12-31", mine)).containsExactly(stay, child, adult);
        assertThat(ending("2028-02-02", "2028-02-02", mine)).containsExactly(stay);
        assertThat(ending("2028-02-03", "2031-01-20", mine)).isEmpty();
        assertThat(ending("2036-03-08", "2036-03-08", mine))
                .as("the card outlives its certificates, which end in 2031")
                .containsExactly(adult);
        assertThat(
                        desk.ending(
                                CardsTown.call(),
                                LocalDate.of(2026, 11, 23),
                                LocalDate.of(2036, 12, 31),
                                2))
                .hasSize(2);
    }

    /** Of these cards, those that end in these days. */
    private List<MadeCard> ending(String from, String to, List<MadeCard> of) {
        return desk
                .ending(CardsTown.call(), LocalDate.parse(from), LocalDate.parse(to), 10_000)
                .stream()
                .filter(of::contains)
                .toList();
    }
}
