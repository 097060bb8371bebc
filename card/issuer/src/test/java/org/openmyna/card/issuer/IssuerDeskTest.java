package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.channel.CardIsTerminated;
import org.openmyna.card.issuer.channel.CardOfAnotherIssuer;
import org.openmyna.card.issuer.channel.NoIssuerChannel;
import org.openmyna.card.issuer.face.BirthDateStyle;
import org.openmyna.card.issuer.face.CardFacePrint;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.issuer.face.Note;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerDeskTest {
    private static final Address OKIYAMA = new Address("兵庫県姫路市本町九丁目９９９９番地");
    private static final Address KUMOJI = new Address("沖縄県那覇市泉崎九丁目９９９９番地");

    private final Town town = new Town();

    @AfterAll
    void all_is_closed() {
        town.close();
    }

    private static StatusWord tries(Town.Card card, CardFile pin) {
        var commands = new CardCommands(card.channel(), CardAnswerUnexpected::new);
        commands.select(pin.application());
        commands.select(pin);
        return commands.send(CommandApdu.of(0x00, 0x20, 0x00, 0x80)).statusWord();
    }

    private static StatusWord verify(Town.Card card, CardFile pin, String value) {
        var commands = new CardCommands(card.channel(), CardAnswerUnexpected::new);
        commands.select(pin.application());
        return commands.verify(pin, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static void lock(Town.Card card, CardFile pin, String wrong) {
        while (!verify(card, pin, wrong).equals(StatusWord.PIN_LOCKED)) {
            // until no try is left
        }
    }

    private void isRevoked(JpkiCertificate old, RevocationReason why) {
        assertThat(town.statusOf(old))
                .isInstanceOfSatisfying(
                        CertificateStatus.Revoked.class,
                        revoked -> assertThat(revoked.reason()).isEqualTo(why));
    }

    @Test
    void a_forgotten_pin_gets_a_new_value_and_all_its_tries() {
        try (Town.Card card = town.newCard();
                Pin fresh = Pin.fourDigits("4321".toCharArray())) {
            lock(card, JpkiFile.USER_AUTHENTICATION_PIN, "0000");
            town.desk.setPin(card.channel(), PinReference.USER_AUTHENTICATION, fresh);
            assertThat(verify(card, JpkiFile.USER_AUTHENTICATION_PIN, "1234").triesLeft())
                    .hasValue(2);
            assertThat(verify(card, JpkiFile.USER_AUTHENTICATION_PIN, "4321").isOk()).isTrue();
        }
    }

    @Test
    void the_juki_pin_is_the_pin_of_the_common_application_as_well() {
        try (Town.Card card = town.newCard();
                Pin fresh = Pin.fourDigits("9876".toCharArray())) {
            town.desk.setPin(card.channel(), PinReference.JUKI, fresh);
            for (PinReference each : new PinReference[] {PinReference.JUKI, PinReference.COMMON}) {
                assertThat(verify(card, each.file(), "9876").isOk()).as(each.name()).isTrue();
            }
        }
    }

    @Test
    void every_reference_can_be_unlocked_and_keeps_its_value() {
        try (Town.Card card = town.newCard()) {
            for (PinReference each : PinReference.values()) {
                String wrong = "0".repeat(each.shortest());
                lock(card, each.file(), wrong);
                assertThat(tries(card, each.file())).isEqualTo(new StatusWord(0x63C0));
                town.desk.unlockPin(card.channel(), each);
                assertThat(tries(card, each.file()).triesLeft())
                        .as(each.name())
                        .hasValue(each.tryLimit());
            }
            assertThat(verify(card, FormInputFile.VERIFICATION_NUMBER_A, "994471615639").isOk())
                    .isTrue();
        }
    }

    @Test
    void a_number_that_is_printed_on_the_card_cannot_be_chosen() {
        try (Town.Card card = town.newCard();
                Pin pin = Town.pin()) {
            assertThatThrownBy(
                            () -> town.desk.setPin(card.channel(), PinReference.CARD_FACE_A, pin))
                    .isInstanceOf(PinFollowsFromTheFace.class);
            assertThatThrownBy(() -> town.desk.setPin(card.channel(), PinReference.SIGNATURE, pin))
                    .isInstanceOf(PinDoesNotFit.class);
        }
    }

    @Test
    void a_move_within_the_city_changes_the_address_and_the_signature_certificate() {
        try (Town.Card card = town.newCard()) {
            IssuedCard old = card.record();
            IssuedCard moved = town.desk.move(card.channel(), old, OKIYAMA, Town.HIMEJI);
            assertThat(moved.holder().fourItems().address()).isEqualTo(OKIYAMA);
            assertThat(moved.userAuthentication()).isEqualTo(old.userAuthentication());
            isRevoked(old.signature().orElseThrow(), RevocationReason.AFFILIATION_CHANGED);
            var whole = WholeCard.read(card.channel(), moved);
            whole.mustBeGenuine(town);
            assertThat(whole.signatureCertificate()).isEqualTo(moved.signature().orElseThrow());
            assertThat(town.statusOf(moved.signature().orElseThrow()))
                    .isEqualTo(new CertificateStatus.Good());
        }
    }

    @Test
    void a_move_to_another_city_lets_that_city_sign_everything_anew() {
        try (Town.Card card = town.newCard()) {
            IssuedCard moved = town.desk.move(card.channel(), card.record(), KUMOJI, Town.NAHA);
            var whole = WholeCard.read(card.channel(), moved);
            whole.mustBeGenuine(town);
            assertThat(whole.formInputIssuer()).isEqualTo("6472019/001");
            assertThat(whole.cardFaceIssuer()).isEqualTo("6472019/001");
            IssuedCard back = town.desk.move(card.channel(), moved, OKIYAMA, Town.HIMEJI);
            var again = WholeCard.read(card.channel(), back);
            again.mustBeGenuine(town);
            assertThat(again.formInputIssuer()).isEqualTo("6282019/001");
        }
    }

    @Test
    void a_new_name_is_on_both_applications_and_in_the_certificate() {
        try (Town.Card card = town.newCard()) {
            PersonName name = PersonName.of("見本", "一郎");
            IssuedCard renamed = town.desk.rename(card.channel(), card.record(), name);
            WholeCard.read(card.channel(), renamed).mustBeGenuine(town);
            assertThat(renamed.signature().orElseThrow().fourItems().orElseThrow().name())
                    .isEqualTo("見本　一郎");
        }
    }

    @Test
    void a_new_photo_changes_nothing_but_the_face_record() {
        try (Town.Card card = town.newCard()) {
            IssuedCard old = card.record();
            long living = town.living(old.userAuthentication().kind());
            FacePhoto photo = FacePhoto.specimen(2);
            IssuedCard changed = town.desk.newPhoto(card.channel(), old, photo);
            WholeCard.read(card.channel(), changed).mustBeGenuine(town);
            assertThat(changed.holder().photo()).isEqualTo(photo);
            assertThat(changed.signature()).isEqualTo(old.signature());
            assertThat(town.living(old.userAuthentication().kind())).isEqualTo(living);
        }
    }

    @Test
    void renewal_makes_both_keys_new_and_supersedes_both_certificates() {
        try (Town.Card card = town.newCard()) {
            IssuedCard old = card.record();
            IssuedCard renewed = town.desk.renewCertificates(card.channel(), old);
            isRevoked(old.userAuthentication(), RevocationReason.SUPERSEDED);
            isRevoked(old.signature().orElseThrow(), RevocationReason.SUPERSEDED);
            assertThat(renewed.userAuthentication().publicKey())
                    .isNotEqualTo(old.userAuthentication().publicKey());
            var whole = WholeCard.read(card.channel(), renewed);
            whole.mustBeGenuine(town);
            assertThat(whole.signatureCertificate()).isEqualTo(renewed.signature().orElseThrow());
        }
    }

    @Test
    void a_birth_date_cannot_change_on_the_same_card() {
        try (Town.Card card = town.newCard()) {
            assertThatThrownBy(() ->
                            town.desk.change(
                                    card.channel(),
                                    card.record(),
                                    items ->
                                            new FourItems(
                                                    items.name(),
                                                    items.address(),
                                                    JapaneseDate.of(LocalDate.of(1985, 3, 8)),
                                                    items.sex()),
                                    Town.HIMEJI))
                    .isInstanceOf(BirthDateIsFixed.class);
            WholeCard.read(card.channel(), card.record()).mustBeGenuine(town);
        }
    }

    @Test
    void an_old_record_is_refused_and_spends_nothing() {
        try (Town.Card card = town.newCard()) {
            IssuedCard moved = town.desk.move(card.channel(), card.record(), OKIYAMA, Town.HIMEJI);
            assertThatThrownBy(
                            () -> town.desk.move(card.channel(), card.record(), KUMOJI, Town.NAHA))
                    .isInstanceOf(CardHasChanged.class);
            WholeCard.read(card.channel(), moved).mustBeGenuine(town);
            assertThat(town.statusOf(moved.signature().orElseThrow()))
                    .isEqualTo(new CertificateStatus.Good());
        }
    }

    @Test
    void a_register_that_missed_an_answer_catches_up() {
        try (Town.Card card = town.newCard()) {
            IssuedCard moved = town.desk.move(card.channel(), card.record(), KUMOJI, Town.NAHA);
            assertThat(town.desk.settle(card.channel(), card.record())).isEqualTo(moved);
            assertThat(town.desk.settle(card.channel(), moved)).isEqualTo(moved);
        }
    }

    @Test
    void two_counters_at_once_do_one_act_and_the_other_hears_that_its_record_is_old()
            throws Exception {
        try (Town.Card card = town.newCard()) {
            long living = town.living(CaKind.SIGNATURE);
            var done = new ConcurrentLinkedQueue<IssuedCard>();
            var refused = new ConcurrentLinkedQueue<CardHasChanged>();
            List<Thread> counters = new ArrayList<>();
            for (int counter = 0; counter < 4; counter++) {
                Address there = new Address("兵庫県姫路市本町九丁目９９９" + counter + "番地");
                counters.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    try {
                                        done.add(
                                                town.desk.move(
                                                        card.channel(),
                                                        card.record(),
                                                        there,
                                                        Town.HIMEJI));
                                    } catch (CardHasChanged old) {
                                        refused.add(old);
                                    }
                                }));
            }
            for (Thread counter : counters) counter.join();
            assertThat(done).hasSize(1);
            assertThat(refused).hasSize(3);
            WholeCard.read(card.channel(), done.element()).mustBeGenuine(town);
            assertThat(town.living(CaKind.SIGNATURE)).isEqualTo(living);
        }
    }

    @Test
    void a_chip_that_computes_wrongly_during_an_act_ends_itself_and_gets_no_certificate() {
        try (Town.Card card = town.newCard()) {
            long living = town.living(CaKind.SIGNATURE) + town.living(CaKind.USER_AUTHENTICATION);
            card.chip().glitch();
            assertThatThrownBy(() -> town.desk.renewCertificates(card.channel(), card.record()))
                    .isInstanceOf(CardIsTerminated.class);
            assertThat(card.chip().lifeCycle()).isEqualTo(LifeCycle.TERMINATED);
            assertThat(town.living(CaKind.SIGNATURE) + town.living(CaKind.USER_AUTHENTICATION))
                    .isEqualTo(living);
        }
    }

    @Test
    void the_printed_face_carries_the_note_and_the_chip_the_new_image() {
        try (Town.Card card = town.newCard()) {
            IssuedCard moved = town.desk.move(card.channel(), card.record(), OKIYAMA, Town.HIMEJI);
            IssuedCard noted = moved.with(new Note(LocalDate.of(2026, 11, 23), OKIYAMA.text()));
            String front =
                    CardFacePrint.forPublicPicture(noted.face("姫路市", BirthDateStyle.ERA))
                            .frontSvg();
            assertThat(front).contains("TEST").contains(OKIYAMA.text());
            WholeCard.read(card.channel(), noted).mustBeGenuine(town);
        }
    }

    @Test
    void a_childs_card_moves_and_is_renewed_without_ever_getting_a_signature_certificate() {
        try (var chip = VirtualCard.inMemory(town.pairs, town.random);
                Pin pin = Town.pin()) {
            long signatures = town.living(CaKind.SIGNATURE);
            IssuedCard child =
                    town.issuer.personaliseForLoginOnly(chip.channel(), Town.ichiro(), pin);
            IssuedCard moved = town.desk.move(chip.channel(), child, KUMOJI, Town.NAHA);
            IssuedCard renewed = town.desk.renewCertificates(chip.channel(), moved);
            WholeCard.readFace(chip.channel(), renewed).mustBeGenuine(town);
            assertThat(renewed.signature()).isEmpty();
            assertThat(renewed.userAuthentication()).isNotEqualTo(child.userAuthentication());
            assertThat(town.living(CaKind.SIGNATURE)).isEqualTo(signatures);
        }
    }

    @Test
    void the_record_of_another_card_is_refused() {
        try (Town.Card card = town.newCard();
                Town.Card other = town.newCard()) {
            assertThatThrownBy(() -> town.desk.renewCertificates(card.channel(), other.record()))
                    .isInstanceOf(AnotherCard.class);
            assertThat(tries(card, FormInputFile.VERIFICATION_NUMBER_B).triesLeft()).hasValue(10);
        }
    }

    @Test
    void numbers_that_strangers_have_locked_do_not_stop_an_act() {
        try (Town.Card card = town.newCard()) {
            lock(card, FormInputFile.VERIFICATION_NUMBER_B, "00000000000000");
            IssuedCard moved = town.desk.move(card.channel(), card.record(), OKIYAMA, Town.HIMEJI);
            WholeCard.read(card.channel(), moved).mustBeGenuine(town);
        }
    }

    @Test
    void a_card_of_another_issuer_is_told_nothing_and_loses_no_try() {
        try (var elsewhere = IssuerKeys.establish(town.directory.resolve("else"), town.random);
                Town.Card card = town.newCard();
                Pin pin = Town.pin()) {
            var stranger = new IssuerDesk(town.signatureCa, town.userCa, elsewhere, town.random);
            for (int time = 0; time < 12; time++) {
                assertThatThrownBy(
                                () -> stranger.setPin(card.channel(), PinReference.FORM_INPUT, pin))
                        .isInstanceOf(CardOfAnotherIssuer.class);
            }
            town.desk.setPin(card.channel(), PinReference.FORM_INPUT, pin);
        }
    }

    @Test
    void a_blank_card_has_no_channel() {
        try (var chip = VirtualCard.inMemory(town.pairs, town.random);
                Pin pin = Town.pin()) {
            assertThatThrownBy(() -> town.desk.setPin(chip.channel(), PinReference.FORM_INPUT, pin))
                    .isInstanceOf(NoIssuerChannel.class);
        }
    }

    @Test
    void a_terminated_card_does_nothing_more_and_its_certificates_are_revoked() {
        try (Town.Card card = town.newCard();
                Pin pin = Town.pin()) {
            var why = RevocationReason.CESSATION_OF_OPERATION;
            town.desk.terminate(card.channel(), card.record(), why);
            assertThat(card.chip().lifeCycle()).isEqualTo(LifeCycle.TERMINATED);
            card.record().certificates().forEach(each -> isRevoked(each, why));
            assertThatThrownBy(() -> town.desk.setPin(card.channel(), PinReference.FORM_INPUT, pin))
                    .isInstanceOf(CardIsTerminated.class);
            assertThatThrownBy(() -> town.desk.renewCertificates(card.channel(), card.record()))
                    .isInstanceOf(CardIsTerminated.class);
            town.desk.terminate(card.channel(), card.record(), why);
        }
    }

    @Test
    void a_card_that_was_opened_can_still_be_ended_in_the_register() {
        try (Town.Card card = town.newCard()) {
            card.chip().attack();
            assertThat(card.chip().lifeCycle()).isEqualTo(LifeCycle.TERMINATED);
            town.desk.terminate(card.channel(), card.record(), RevocationReason.KEY_COMPROMISE);
            isRevoked(card.record().userAuthentication(), RevocationReason.KEY_COMPROMISE);
        }
    }

    @Test
    void a_card_without_pins_shows_who_somebody_is_and_opens_nothing_else() {
        try (var chip = VirtualCard.inMemory(town.pairs, town.random)) {
            IssuedCard issued =
                    town.issuer.personalise(chip.channel(), Town.ichiro(), CardPins.none());
            var card = new Town.Card(chip, issued);
            for (CardFile pin :
                    new CardFile[] {
                        JpkiFile.USER_AUTHENTICATION_PIN,
                        JpkiFile.SIGNATURE_PASSWORD,
                        FormInputFile.PIN,
                        JukiFile.PIN
                    }) {
                assertThat(tries(card, pin)).as(pin.label()).isEqualTo(new StatusWord(0x63C0));
            }
            assertThat(issued.signature()).isEmpty();
            WholeCard.readFace(chip.channel(), issued).mustBeGenuine(town);
            assertThat(CardApplication.values()).hasSize(6);
        }
    }
}
