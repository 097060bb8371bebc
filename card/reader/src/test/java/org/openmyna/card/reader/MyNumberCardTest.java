package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.MunicipalityCode;

/** What a developer reads with the library, and what a card may do meanwhile. */
class MyNumberCardTest {
    private final PaperCard paper = Ichiro.card();

    private MyNumberCard card() {
        return MyNumberCard.over(paper);
    }

    @ParameterizedTest
    @EnumSource
    void everything_is_read_whatever_habits_the_card_has(PaperCard.Quirk quirk) {
        paper.quirk = quirk;
        for (ReadSize size : ReadSize.values()) readEverything(MyNumberCard.over(paper, size));
    }

    static void readEverything(MyNumberCard card) {
        try (var pin = Ichiro.pin("1234")) {
            assertThat(card.profile().verify(pin, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.profile().myNumber()).isEqualTo(Ichiro.NUMBER);
        assertThat(card.profile().fourItems()).isEqualTo(Ichiro.ITEMS);
        assertThat(card.profile().integrity().matchesItems(Ichiro.ITEMS)).isTrue();
        assertThat(card.profile().integrity().matchesNumber(card.profile().myNumberFile()))
                .isTrue();
        assertThat(card.profile().issuerCertificate().subject()).isEqualTo(Ichiro.MUNICIPALITY);
        assertThat(card.profile().authenticationPublicKey().publicKey())
                .isEqualTo(Ichiro.TEXT_KEY.getPublic());
        try (var b = VerificationSecret.b(Ichiro.BORN, 2033, Ichiro.CODE)) {
            assertThat(card.face().verify(b, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.face().faceRecord().photo()).isEqualTo(Ichiro.image(3000));
        for (FaceRecordPart part : FaceRecordPart.values()) {
            assertThat(card.face().part(part)).isNotEmpty();
        }
        assertThat(card.face().photo()).isEqualTo(Ichiro.image(3000));
        try (var a = VerificationSecret.a(Ichiro.NUMBER)) {
            assertThat(card.face().verify(a, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.face().numberImage().image()).isEqualTo(Ichiro.image(90));
        try (var birth = VerificationSecret.birthDate(Ichiro.BORN)) {
            assertThat(card.face().verify(birth, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.face().ageRecord().birthDate()).isEqualTo(Ichiro.ITEMS.birthDate());
        assertThat(card.common().serial().orElseThrow().serial()).isEqualTo("000000000012345");
        assertThat(card.common().keyReference().orElseThrow().keyId())
                .isEqualTo(Ichiro.MUNICIPALITY);
        try (var pin = Ichiro.pin("2222")) {
            assertThat(card.juki().verify(pin, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.juki().residentRecordCode()).isEqualTo(Ichiro.RECORD_CODE);
        assertThat(card.juki().keyReference()).isPresent();
        assertThat(card.jpki().certificate(JpkiKey.USER_AUTHENTICATION)).hasSize(300);
        assertThat(card.jpki().tokenInfo().label()).isEqualTo("JPKIAPICCTOKEN2");
    }

    @Test
    void the_card_manager_tells_its_objects_and_which_it_lacks() {
        CardManagerClient manager = card().manager();
        assertThat(manager.cardId()).contains("TEST000000012345");
        assertThat(manager.municipality()).contains(MunicipalityCode.withCheckDigit("13101"));
        assertThat(manager.expiry()).contains(Ichiro.EXPIRY);
        assertThat(manager.issuerId()).contains(Ichiro.MUNICIPALITY);
        assertThat(manager.upperCertificate().orElseThrow().subject())
                .isEqualTo(Ichiro.MUNICIPALITY);
        assertThat(manager.lowerCertificate()).isEmpty();
        assertThat(manager.object(CardObject.RECOGNITION)).isEmpty();
        assertThat(manager.contactAtr()).isEmpty();
    }

    @Test
    void all_tries_are_told_and_none_is_spent() {
        Ichiro.left(paper, PinReference.SIGNATURE, 0);
        Ichiro.left(paper, PinReference.FORM_INPUT_A, 7);
        paper.missing.add(CardApplication.JUKI);
        paper.pins.remove(PinReference.CARD_FACE_BIRTH_DATE);
        var tries = card().tries();
        assertThat(tries).containsOnlyKeys(PinReference.values());
        assertThat(tries)
                .containsEntry(PinReference.USER_AUTHENTICATION, new Tries.Left(3, 3))
                .containsEntry(PinReference.SIGNATURE, new Tries.Blocked(5))
                .containsEntry(PinReference.FORM_INPUT_A, new Tries.Left(7, 10))
                .containsEntry(PinReference.CARD_FACE_BIRTH_DATE, new Tries.Absent())
                .containsEntry(PinReference.JUKI, new Tries.Absent())
                .containsEntry(PinReference.COMMON, new Tries.Left(3, 3));
        assertThat(card().tries()).isEqualTo(tries);
    }

    @Test
    void a_photo_alone_is_read_without_the_rest() {
        MyNumberCard card = card();
        try (var a = VerificationSecret.a(Ichiro.NUMBER)) {
            card.face().verify(a, LastTry.KEEP);
        }
        card.face().part(FaceRecordPart.EXPIRY);
        long small = paper.heard.stream().filter(apdu -> apdu.startsWith("00B0")).count();
        assertThat(small).isEqualTo(2);
    }

    @Test
    void extended_reads_take_one_command_and_fall_back_after_one_refusal() {
        read(MyNumberCard.over(paper, ReadSize.EXTENDED));
        assertThat(reads()).isEqualTo(1);
        paper.heard.clear();
        paper.quirk = PaperCard.Quirk.SHORT_ONLY;
        MyNumberCard card = MyNumberCard.over(paper, ReadSize.EXTENDED);
        read(card);
        read(card);
        assertThat(paper.heard.stream().filter(apdu -> apdu.matches("00B0.{10}"))).hasSize(1);
    }

    private static void read(MyNumberCard card) {
        assertThat(card.face().issuerCertificate().encode()).hasSize(568);
    }

    private long reads() {
        return paper.heard.stream().filter(apdu -> apdu.startsWith("00B0")).count();
    }

    @Test
    void another_application_in_between_costs_the_verification_and_the_client_says_so() {
        MyNumberCard card = card();
        FormInputClient text = card.profile();
        try (var pin = Ichiro.pin("1234")) {
            text.verify(pin, LastTry.KEEP);
        }
        card.common().serial();
        assertThat(text.issuerCertificate().subject()).isEqualTo(Ichiro.MUNICIPALITY);
        assertThatThrownBy(text::myNumber)
                .isInstanceOf(VerificationLost.class)
                .hasMessageContaining("MYNA-CRD-026");
        try (var pin = Ichiro.pin("1234")) {
            text.verify(pin, LastTry.KEEP);
        }
        assertThat(text.myNumber()).isEqualTo(Ichiro.NUMBER);
    }

    @Test
    void what_was_never_verified_is_not_called_lost() {
        MyNumberCard card = card();
        FormInputClient text = card.profile();
        card.common().serial();
        assertThatThrownBy(text::myNumber).isInstanceOf(PinNotVerified.class);
    }

    @Test
    void asking_for_the_current_application_keeps_what_was_verified_and_logging_out_does_not() {
        MyNumberCard card = card();
        try (var a = VerificationSecret.a(Ichiro.NUMBER)) {
            card.profile().verify(a, LastTry.KEEP);
        }
        assertThat(card.profile().myNumber()).isEqualTo(Ichiro.NUMBER);
        assertThatThrownBy(() -> card.profile().fourItems()).isInstanceOf(PinNotVerified.class);
        card.profile().logOut();
        assertThatThrownBy(() -> card.profile().myNumber()).isInstanceOf(PinNotVerified.class);
    }

    @Test
    void the_last_try_of_a_number_is_kept_unless_it_may_be_spent() {
        Ichiro.left(paper, PinReference.CARD_FACE_B, 1);
        CardFaceClient face = card().face();
        try (var wrong = VerificationSecret.b(Ichiro.BORN, 2034, Ichiro.CODE)) {
            assertThat(face.verify(wrong, LastTry.KEEP)).isEqualTo(new PinCheck.LastTryKept());
            assertThat(face.verify(wrong, LastTry.MAY_BE_SPENT)).isEqualTo(new PinCheck.Locked());
            paper.heard.clear();
            assertThat(face.verify(wrong, LastTry.MAY_BE_SPENT)).isEqualTo(new PinCheck.Locked());
        }
        assertThat(paper.heard).noneMatch(apdu -> apdu.startsWith("002000800E"));
    }

    @Test
    void a_birth_date_means_nothing_to_form_input_and_nothing_is_sent() {
        try (var birth = VerificationSecret.birthDate(Ichiro.BORN)) {
            FormInputClient text = card().profile();
            paper.heard.clear();
            assertThatThrownBy(() -> text.verify(birth, LastTry.KEEP))
                    .isInstanceOf(ReferenceMissing.class);
        }
        assertThat(paper.heard).isEmpty();
    }

    @Test
    void a_typed_number_is_confirmed_or_told_apart() {
        assertThat(card().confirmNumber(Ichiro.NUMBER))
                .isEqualTo(new NumberConfirmation.Confirmed());
        assertThat(card().confirmNumber(Ichiro.ANOTHER_NUMBER))
                .isEqualTo(new NumberConfirmation.Different(9));
        Ichiro.left(paper, PinReference.FORM_INPUT_A, 1);
        assertThat(card().confirmNumber(Ichiro.ANOTHER_NUMBER))
                .isEqualTo(new NumberConfirmation.LastTryKept());
        assertThat(card().confirmNumber(Ichiro.ANOTHER_NUMBER, LastTry.MAY_BE_SPENT))
                .isEqualTo(new NumberConfirmation.Locked());
    }

    @Test
    void a_chip_that_accepts_every_number_is_caught() {
        Ichiro.pin(paper, PinReference.FORM_INPUT_A, Ichiro.ANOTHER_NUMBER.digits());
        assertThat(card().confirmNumber(Ichiro.ANOTHER_NUMBER))
                .isEqualTo(new NumberConfirmation.Contradicted());
    }

    @Test
    void the_pin_alone_opens_the_face_by_way_of_the_number() {
        MyNumberCard card = card();
        try (var wrong = Ichiro.pin("9999");
                var pin = Ichiro.pin("1234")) {
            assertThat(card.openFace(wrong, LastTry.KEEP)).isEqualTo(new PinCheck.Wrong(2));
            assertThat(card.openFace(pin, LastTry.KEEP)).isEqualTo(new PinCheck.Accepted());
        }
        assertThat(card.face().photo()).isEqualTo(Ichiro.image(3000));
    }

    @Test
    void a_card_without_an_application_is_named() {
        paper.missing.add(CardApplication.CARD_FACE);
        MyNumberCard card = card();
        assertThatThrownBy(card::face).isInstanceOf(ApplicationMissing.class);
        paper.missing.add(CardApplication.JPKI);
        assertThatThrownBy(card::jpki).isInstanceOf(NotAMyNumberCard.class);
    }

    @Test
    void a_card_that_was_given_back_answers_no_more() {
        MyNumberCard card = card();
        card.close();
        assertThat(paper.closed).isTrue();
        assertThatThrownBy(card::profile).isInstanceOf(CardConnectionLost.class);
    }

    @Test
    void a_file_that_is_missing_is_refused_with_its_status_word() {
        paper.files.remove(FormInputFile.FOUR_ITEMS);
        assertThatThrownBy(() -> card().profile().fourItems())
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("6A82");
        paper.files.remove(CardFaceFile.BASIC_INFORMATION);
        assertThatThrownBy(() -> card().face().basicInformation())
                .isInstanceOf(CommandRefused.class);
    }
}
