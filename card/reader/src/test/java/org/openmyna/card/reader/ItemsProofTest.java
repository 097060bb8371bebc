package org.openmyna.card.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openmyna.card.protocol.CardSex;
import org.openmyna.card.protocol.FourItemsFile;

/** The four items are believed far from the card, and only with everything that proves them. */
class ItemsProofTest {
    private static final byte[] ASKED = "asked now".getBytes(StandardCharsets.US_ASCII);

    private final MyNumberCard card = MyNumberCard.over(Ichiro.card());

    private ItemsProof proof() {
        try (var pin = Ichiro.pin("1234")) {
            card.profile().verify(pin, LastTry.KEEP);
            return card.profile().proveItems(ASKED);
        }
    }

    private static String refusal(Authenticity result) {
        return ((Authenticity.NotGenuine) result).refusal().code();
    }

    @Test
    void items_of_a_genuine_card_are_believed_and_nothing_else_is_told() {
        var genuine = (Authenticity.Genuine) proof().check(Ichiro.trusted(), ASKED);
        assertThat(genuine.contents().fourItems()).contains(Ichiro.ITEMS);
        assertThat(genuine.contents().number()).isEmpty();
        assertThat(genuine.evidence()).hasSize(6).allMatch(AuthenticityStep::passed);
        assertThat(proof()).hasToString("ItemsProof[hidden]");
    }

    @Test
    void an_answer_to_another_challenge_is_a_copy() {
        assertThat(refusal(proof().check(Ichiro.trusted(), new byte[] {1})))
                .isEqualTo("MYNA-CRD-037");
    }

    @Test
    void items_that_nobody_signed_are_refused() {
        ItemsProof real = proof();
        var other =
                new FourItemsFile(
                        Ichiro.ITEMS.name(),
                        Ichiro.ITEMS.address(),
                        Ichiro.ITEMS.birthDate(),
                        Ichiro.ITEMS.sex() == CardSex.MALE ? CardSex.FEMALE : CardSex.MALE);
        var forged =
                new ItemsProof(
                        other.encode(),
                        real.integrity(),
                        real.issuerCertificate(),
                        real.authenticationKey(),
                        real.chipSignature());
        assertThat(refusal(forged.check(Ichiro.trusted(), ASKED))).isEqualTo("MYNA-CRD-036");
    }

    @Test
    void a_test_card_is_nothing_in_production_and_garbage_is_nothing_anywhere() {
        assertThat(refusal(proof().check(TrustedCvAuthorities.production(), ASKED)))
                .isEqualTo("MYNA-CRD-040");
        byte[] none = {};
        assertThat(
                        refusal(
                                new ItemsProof(none, none, none, none, none)
                                        .check(Ichiro.trusted(), ASKED)))
                .isEqualTo("MYNA-CRD-043");
    }
}
