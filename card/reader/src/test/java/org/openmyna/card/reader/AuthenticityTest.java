package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardDate;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardSex;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.KeyId;
import org.openmyna.card.protocol.KnownCvAuthority;
import org.openmyna.card.protocol.MyNumberFile;
import org.openmyna.card.protocol.NumberImageFile;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.PersonName;

/** A card is genuine with a trusted chain and a living key, and for each lie there is a code. */
class AuthenticityTest {
    private final PaperCard paper = Ichiro.card();

    private Authenticity check(TrustedCvAuthorities trusted, Opening opening) {
        return MyNumberCard.over(paper)
                .checkAuthenticity(trusted, opening, LastTry.KEEP, new SecureRandom());
    }

    private Authenticity byPin() {
        try (var pin = Ichiro.pin("1234")) {
            return check(Ichiro.trusted(), new Opening.ByPin(pin));
        }
    }

    private Authenticity byFront() {
        return check(Ichiro.trusted(), new Opening.ByFront(Ichiro.FRONT));
    }

    private static void refused(Authenticity result, String code) {
        assertThat(result).isInstanceOf(Authenticity.NotGenuine.class);
        var refusal = ((Authenticity.NotGenuine) result).refusal();
        assertThat(refusal.code()).isEqualTo(code);
        for (Language language : Language.values()) {
            assertThat(refusal.text(language)).isNotEmpty().doesNotContain("{");
        }
    }

    private static void endsWith(
            Authenticity result, AuthenticityCheck check, CardApplication application) {
        AuthenticityStep last = result.evidence().getLast();
        assertThat(last.check()).isEqualTo(check);
        assertThat(last.application()).isEqualTo(application);
        assertThat(last.passed()).isFalse();
        assertThat(result.evidence()).filteredOn(step -> !step.passed()).hasSize(1);
    }

    @Test
    void a_genuine_card_is_genuine_by_its_pin_and_shows_every_step() {
        var genuine = (Authenticity.Genuine) byPin();
        assertThat(genuine.mode()).isEqualTo(CardTrustMode.TEST);
        assertThat(genuine.contents().number()).contains(Ichiro.NUMBER);
        assertThat(genuine.contents().fourItems()).contains(Ichiro.ITEMS);
        assertThat(genuine.contents().face().orElseThrow().photo()).isEqualTo(Ichiro.image(3000));
        assertThat(genuine.contents().numberImage()).isPresent();
        assertThat(genuine.evidence()).hasSize(15).allMatch(AuthenticityStep::passed);
        assertThat(genuine.evidence())
                .extracting(AuthenticityStep::check)
                .contains(AuthenticityCheck.values());
        assertThat(genuine.evidence().getFirst().text(Language.ENGLISH))
                .isEqualTo(
                        "form input: a trusted authority is named in the issuer certificate (6999033/001 → 6131019/001): yes");
    }

    @Test
    void it_is_genuine_by_what_is_printed_by_the_number_and_by_the_birth_date() {
        var front = (Authenticity.Genuine) byFront();
        assertThat(front.contents().number()).isEmpty();
        assertThat(front.contents().fourItems()).contains(Ichiro.ITEMS);
        var number =
                (Authenticity.Genuine) check(Ichiro.trusted(), new Opening.ByNumber(Ichiro.NUMBER));
        assertThat(number.contents().fourItems()).isEmpty();
        assertThat(number.contents().number()).contains(Ichiro.NUMBER);
        var age =
                (Authenticity.Genuine)
                        check(Ichiro.trusted(), new Opening.ByBirthDate(Ichiro.BORN));
        assertThat(age.contents().age().orElseThrow().birthDate())
                .isEqualTo(Ichiro.ITEMS.birthDate());
        assertThat(age.contents().face()).isEqualTo(Optional.empty());
    }

    @Test
    void a_file_that_stays_closed_is_refused_even_if_an_earlier_verification_was_lost() {
        paper.openers.put(FormInputFile.MY_NUMBER, Set.of(PinReference.FORM_INPUT));
        MyNumberCard card = MyNumberCard.over(paper);
        try (var pin = Ichiro.pin("1234")) {
            card.profile().verify(pin, LastTry.KEEP);
        }
        card.face();
        var byNumber = new Opening.ByNumber(Ichiro.NUMBER);
        refused(
                card.checkAuthenticity(
                        Ichiro.trusted(), byNumber, LastTry.KEEP, new SecureRandom()),
                "MYNA-CRD-043");
    }

    @Test
    void a_wrong_pin_says_nothing_about_the_card_and_the_last_try_is_kept() {
        try (var wrong = Ichiro.pin("9999")) {
            assertThat(check(Ichiro.trusted(), new Opening.ByPin(wrong)))
                    .isEqualTo(
                            new Authenticity.NotOpened(
                                    PinReference.FORM_INPUT, new PinCheck.Wrong(2), List.of()));
        }
        Ichiro.left(paper, PinReference.CARD_FACE_A, 1);
        var kept = (Authenticity.NotOpened) byPin();
        assertThat(kept.reference()).isEqualTo(PinReference.CARD_FACE_A);
        assertThat(kept.check()).isEqualTo(new PinCheck.LastTryKept());
    }

    @Test
    void an_unknown_issuer_is_named() {
        refused(
                check(TrustedCvAuthorities.test(), new Opening.ByFront(Ichiro.FRONT)),
                "MYNA-CRD-031");
    }

    @Test
    void a_certificate_that_the_authority_did_not_sign_is_refused() {
        Ichiro.file(
                paper,
                FormInputFile.ISSUER_CERTIFICATE,
                Ichiro.certificate(Ichiro.FORM_INPUT_AUTHORITY, Ichiro.STRANGER).encode());
        refused(byFront(), "MYNA-CRD-032");
        endsWith(byFront(), AuthenticityCheck.CERTIFICATE_SIGNED, CardApplication.FORM_INPUT);
    }

    @Test
    void the_authority_of_another_application_is_refused_though_its_signature_is_right() {
        Ichiro.file(
                paper,
                CardFaceFile.ISSUER_CERTIFICATE,
                Ichiro.certificate(Ichiro.FORM_INPUT_AUTHORITY, Ichiro.FORM_INPUT_CA).encode());
        refused(byFront(), "MYNA-CRD-033");
        endsWith(byFront(), AuthenticityCheck.ISSUER_TRUSTED, CardApplication.CARD_FACE);
    }

    @Test
    void data_that_the_issuer_did_not_sign_are_refused() {
        Ichiro.file(
                paper,
                CardFaceFile.FACE_RECORD,
                Ichiro.face(CardDate.of(Ichiro.BORN), Ichiro.STRANGER).encode(),
                PinReference.CARD_FACE_A,
                PinReference.CARD_FACE_B);
        refused(byFront(), "MYNA-CRD-034");
        endsWith(byFront(), AuthenticityCheck.DATA_SIGNED, CardApplication.CARD_FACE);
    }

    @Test
    void an_altered_photo_is_refused() {
        byte[] file = Objects.requireNonNull(paper.files.get(CardFaceFile.FACE_RECORD));
        file[2000] ^= 1;
        refused(byFront(), "MYNA-CRD-034");
    }

    @Test
    void another_number_than_the_signed_one_is_refused() {
        Ichiro.file(
                paper,
                FormInputFile.MY_NUMBER,
                new MyNumberFile(Ichiro.ANOTHER_NUMBER).encode(),
                PinReference.FORM_INPUT);
        refused(byPin(), "MYNA-CRD-035");
    }

    @Test
    void another_filler_behind_the_number_is_refused_since_the_physical_file_is_signed() {
        byte[] file = Objects.requireNonNull(paper.files.get(FormInputFile.MY_NUMBER));
        file[16] = 0;
        refused(byPin(), "MYNA-CRD-035");
    }

    @Test
    void other_items_than_the_signed_ones_are_refused() {
        var moved =
                new FourItemsFile(
                        new PersonName("試験　二郎"),
                        new Address("東京都千代田区試験町１－２－３"),
                        Ichiro.ITEMS.birthDate(),
                        CardSex.MALE);
        Ichiro.file(
                paper,
                FormInputFile.FOUR_ITEMS,
                moved.encode(),
                PinReference.FORM_INPUT,
                PinReference.FORM_INPUT_B);
        refused(byFront(), "MYNA-CRD-036");
    }

    @Test
    void copied_data_without_the_key_are_caught_in_both_applications() {
        paper.keys.put(CardFaceFile.AUTHENTICATION_KEY, Ichiro.STRANGER);
        refused(byFront(), "MYNA-CRD-037");
        endsWith(byFront(), AuthenticityCheck.CHALLENGE_ANSWERED, CardApplication.CARD_FACE);
        paper.keys.put(FormInputFile.AUTHENTICATION_KEY, Ichiro.STRANGER);
        refused(byPin(), "MYNA-CRD-037");
        endsWith(byPin(), AuthenticityCheck.CHALLENGE_ANSWERED, CardApplication.FORM_INPUT);
    }

    @Test
    void a_chip_that_does_not_answer_the_challenge_is_refused() {
        paper.keys.remove(FormInputFile.AUTHENTICATION_KEY);
        refused(byFront(), "MYNA-CRD-042");
    }

    @Test
    void an_answer_from_yesterday_does_not_answer_the_challenge_of_today() {
        RandomGenerator counting =
                new RandomGenerator() {
                    private byte next;

                    @Override
                    public long nextLong() {
                        return next++;
                    }
                };
        paper.keys.remove(CardFaceFile.AUTHENTICATION_KEY);
        paper.recordedAnswer =
                PaperCard.signature(Ichiro.FACE_KEY, DigestInfo.SHA256.ofMessage(new byte[32]));
        var result =
                MyNumberCard.over(paper)
                        .checkAuthenticity(
                                Ichiro.trusted(),
                                new Opening.ByBirthDate(Ichiro.BORN),
                                LastTry.KEEP,
                                counting);
        refused(result, "MYNA-CRD-037");
    }

    @Test
    void two_keys_in_the_data_of_one_application_are_refused() {
        Ichiro.file(
                paper,
                CardFaceFile.NUMBER_IMAGE,
                NumberImageFile.signed(
                                Ichiro.image(90),
                                Ichiro.key(Ichiro.STRANGER),
                                Ichiro.by(Ichiro.ISSUER))
                        .encode(),
                PinReference.CARD_FACE_A);
        refused(byPin(), "MYNA-CRD-038");
    }

    @Test
    void the_face_of_another_card_is_caught_by_its_number_and_by_its_person() {
        Ichiro.pin(paper, PinReference.CARD_FACE_A, Ichiro.ANOTHER_NUMBER.digits());
        refused(byPin(), "MYNA-CRD-039");
        Ichiro.file(
                paper,
                CardFaceFile.FACE_RECORD,
                Ichiro.face(CardDate.of(LocalDate.of(1990, 1, 1)), Ichiro.ISSUER).encode(),
                PinReference.CARD_FACE_B);
        refused(byFront(), "MYNA-CRD-039");
    }

    @Test
    void a_test_card_is_worth_nothing_in_production_and_the_other_way_round() {
        refused(
                check(TrustedCvAuthorities.production(), new Opening.ByFront(Ichiro.FRONT)),
                "MYNA-CRD-040");
        Ichiro.file(
                paper,
                FormInputFile.ISSUER_CERTIFICATE,
                Ichiro.certificate(KnownCvAuthority.PRODUCTION_FORM_INPUT.id(), Ichiro.STRANGER)
                        .encode());
        refused(byFront(), "MYNA-CRD-041");
        refused(
                check(TrustedCvAuthorities.production(), new Opening.ByFront(Ichiro.FRONT)),
                "MYNA-CRD-032");
    }

    @Test
    void authorities_of_both_worlds_do_not_mix() {
        var production = TrustedCvAuthorities.production();
        assertThatThrownBy(() ->
                        production.and(
                                CardApplication.FORM_INPUT,
                                Ichiro.FORM_INPUT_AUTHORITY,
                                Ichiro.key(Ichiro.FORM_INPUT_CA)))
                .isInstanceOf(TestAuthorityInProduction.class);
        var test = TrustedCvAuthorities.test();
        assertThatThrownBy(() ->
                        test.and(
                                CardApplication.FORM_INPUT,
                                KeyId.of("5999033/001"),
                                Ichiro.key(Ichiro.FORM_INPUT_CA)))
                .isInstanceOf(RealAuthorityInTest.class);
    }

    @Test
    void a_file_that_is_missing_or_garbled_is_no_proof() {
        Ichiro.file(
                paper,
                FormInputFile.AUTHENTICATION_PUBLIC_KEY,
                new byte[536],
                PinReference.FORM_INPUT_B);
        refused(byFront(), "MYNA-CRD-043");
        paper.files.remove(FormInputFile.INTEGRITY);
        refused(byFront(), "MYNA-CRD-043");
    }

    @Test
    void the_chain_of_one_card_does_not_sign_the_key_of_another() {
        Ichiro.file(
                paper,
                FormInputFile.AUTHENTICATION_PUBLIC_KEY,
                AuthenticationPublicKeyFile.signed(
                                Ichiro.key(Ichiro.STRANGER), Ichiro.by(Ichiro.STRANGER))
                        .encode(),
                PinReference.FORM_INPUT_B);
        paper.keys.put(FormInputFile.AUTHENTICATION_KEY, Ichiro.STRANGER);
        refused(byFront(), "MYNA-CRD-034");
    }
}
