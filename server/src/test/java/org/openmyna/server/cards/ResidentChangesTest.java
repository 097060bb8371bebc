package org.openmyna.server.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.kernel.Address;
import org.openmyna.server.calls.Call;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.server.web.KeyUsedOtherwise;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/** What the register tells ends what it must, once. */
class ResidentChangesTest {
    private static final Address NAHA = Address.parse("沖縄県那覇市泉崎一丁目９９９９番地");

    private final CardsTown town = CardsTown.shared();
    private final CardService desk = town.desk();

    @Test
    void moving_house_ends_the_signature_certificate_but_not_the_login_certificate() {
        long person = town.register.born("1985-03-07");
        MadeCard made = desk.make(CardsTown.call(), person);
        Instant since = town.register.move(person, NAHA);
        CardsTown.tell(desk, CardsTown.call(), town.changed(person, Ends.SIGNATURE, since));
        assertThat(status(CaKind.SIGNATURE, made.signatureSerial().orElseThrow()))
                .isInstanceOfSatisfying(
                        CertificateStatus.Revoked.class,
                        revoked ->
                                assertThat(revoked.reason())
                                        .isEqualTo(RevocationReason.AFFILIATION_CHANGED));
        assertThat(town.good(CaKind.USER_AUTHENTICATION, person)).hasSize(1);
        assertThat(desk.card(CardsTown.call(), person)).as("it is to be updated").hasValue(made);
        assertThat(desk.make(CardsTown.call(), person)).isEqualTo(made);
    }

    @Test
    void death_ends_both_certificates_and_the_card() {
        long person = town.register.born("1940-03-07");
        desk.make(CardsTown.call(), person);
        Instant since = town.register.die(person);
        CardsTown.tell(desk, CardsTown.call(), town.changed(person, Ends.BOTH, since));
        assertThat(town.good(CaKind.SIGNATURE, person)).isEmpty();
        assertThat(town.good(CaKind.USER_AUTHENTICATION, person)).isEmpty();
        assertThat(desk.card(CardsTown.call(), person)).isEmpty();
        assertThatThrownBy(() -> desk.make(CardsTown.call(), person))
                .isInstanceOf(NoResident.class);
    }

    @Test
    void the_same_change_told_twice_ends_nothing_that_came_after_it() {
        long person = town.register.born("1986-03-07");
        desk.make(CardsTown.call(), person);
        Call late = CardsTown.call();
        var lapse = town.changed(person, Ends.BOTH, town.register.now());
        CardsTown.tell(desk, late, lapse);
        MadeCard second = desk.make(CardsTown.call(), person);
        // in another program, as if this one had been started anew
        CardsTown.tell(town.desk(), late, lapse);
        CardsTown.tell(desk, late, lapse);
        CardsTown.tell(desk, CardsTown.call(), lapse);
        assertThat(desk.card(CardsTown.call(), person)).hasValue(second);
        assertThat(town.good(CaKind.SIGNATURE, person)).hasSize(1);
        assertThat(town.good(CaKind.USER_AUTHENTICATION, person)).hasSize(1);
        assertThatThrownBy(() ->
                        CardsTown.tell(
                                desk,
                                late,
                                town.changed(person, Ends.SIGNATURE, town.register.now())))
                .isInstanceOf(KeyUsedOtherwise.class);
    }

    @Test
    void a_change_that_the_card_shows_already_ends_nothing_however_late_it_is_told() {
        long person = town.register.born("1987-03-07");
        Instant since = town.register.move(person, NAHA);
        MadeCard made = desk.make(CardsTown.call(), person);
        var told = town.changed(person, Ends.SIGNATURE, since);
        CardsTown.tell(desk, CardsTown.call(), told);
        assertThat(town.good(CaKind.SIGNATURE, person))
                .extracting(each -> each.serial().toString())
                .containsExactly(made.signatureSerial().orElseThrow());
        CardsTown.tell(
                desk,
                CardsTown.call(),
                town.changed(
                        person, Ends.SIGNATURE, town.register.move(person, TestRegister.YASUDA)));
        assertThat(town.good(CaKind.SIGNATURE, person)).isEmpty();
    }

    @Test
    void people_without_a_card_change_too_and_the_issuers_folder_may_be_held_by_another() {
        desk.make(CardsTown.call(), town.register.born("1988-03-07"));
        long person = town.register.born("1989-03-07");
        try (IssuerKeys held = IssuerKeys.open(town.issuer(), new SecureRandom())) {
            assertThatCode(() ->
                            CardsTown.tell(
                                    desk,
                                    CardsTown.call(),
                                    town.changed(person, Ends.BOTH, town.register.now())))
                    .doesNotThrowAnyException();
            assertThat(held.authorities()).hasSize(3);
        }
        assertThat(desk.card(CardsTown.call(), person)).isEmpty();
    }

    private CertificateStatus status(CaKind ca, String serial) {
        return town.authority(ca).statusOf(new CertificateSerial(new BigInteger(serial, 16)));
    }
}
