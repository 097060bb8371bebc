package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openmyna.card.chip.LifeCycle;
import org.openmyna.card.issuer.channel.CardIsTerminated;
import org.openmyna.card.issuer.channel.CardOfAnotherIssuer;
import org.openmyna.card.issuer.channel.IssuerChannelBroken;
import org.openmyna.card.issuer.channel.IssuerCommandRefused;
import org.openmyna.card.issuer.channel.IssuerNotAccepted;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.RevocationReason;

/** Somebody sits between the counter and the card. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelAttackTest {
    private final Town town = new Town();

    @AfterAll
    void all_is_closed() {
        town.close();
    }

    /** Changes commands and answers of one instruction of the channel. */
    private record Between(
            CardChannel card,
            int instruction,
            UnaryOperator<byte[]> command,
            UnaryOperator<byte[]> answer)
            implements CardChannel {
        @Override
        public ResponseApdu transmit(CommandApdu sent) {
            if (sent.ins() != instruction) return card.transmit(sent);
            ResponseApdu got =
                    card.transmit(
                            new CommandApdu(
                                    sent.cla(),
                                    sent.ins(),
                                    sent.p1(),
                                    sent.p2(),
                                    command.apply(sent.data()),
                                    sent.expected()));
            return new ResponseApdu(answer.apply(got.data()), got.statusWord());
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void close() {
            card.close();
        }
    }

    private static byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) flipped[flipped.length - 1] ^= 1;
        return flipped;
    }

    private void setPin(CardChannel card) {
        try (Pin pin = Town.pin()) {
            town.desk.setPin(card, PinReference.FORM_INPUT, pin);
        }
    }

    @Test
    void an_answer_that_was_changed_ends_the_channel() {
        try (Town.Card card = town.newCard()) {
            var evil =
                    new Between(
                            card.channel(),
                            0xE6,
                            UnaryOperator.identity(),
                            ChannelAttackTest::flip);
            assertThatThrownBy(() -> setPin(evil)).isInstanceOf(IssuerChannelBroken.class);
            var shorter =
                    new Between(
                            card.channel(),
                            0xE6,
                            UnaryOperator.identity(),
                            bytes -> Arrays.copyOf(bytes, Math.max(0, bytes.length - 1)));
            assertThatThrownBy(() -> setPin(shorter)).isInstanceOf(IssuerChannelBroken.class);
            setPin(card.channel());
        }
    }

    @Test
    void a_command_that_was_changed_is_refused_by_the_card() {
        try (Town.Card card = town.newCard()) {
            var evil =
                    new Between(
                            card.channel(),
                            0xE2,
                            ChannelAttackTest::flip,
                            UnaryOperator.identity());
            assertThatThrownBy(() -> setPin(evil)).isInstanceOf(IssuerCommandRefused.class);
            setPin(card.channel());
        }
    }

    @Test
    void a_wrong_card_cryptogram_is_another_issuers_card() {
        try (Town.Card card = town.newCard()) {
            var evil =
                    new Between(
                            card.channel(),
                            0x50,
                            UnaryOperator.identity(),
                            ChannelAttackTest::flip);
            assertThatThrownBy(() -> setPin(evil)).isInstanceOf(CardOfAnotherIssuer.class);
        }
    }

    @Test
    void ten_wrong_cryptograms_end_the_card() {
        try (Town.Card card = town.newCard()) {
            var evil =
                    new Between(
                            card.channel(),
                            0x82,
                            ChannelAttackTest::flip,
                            UnaryOperator.identity());
            for (int time = 0; time < 9; time++) {
                assertThatThrownBy(() -> setPin(evil)).isInstanceOf(IssuerNotAccepted.class);
            }
            assertThat(card.chip().lifeCycle()).isEqualTo(LifeCycle.PERSONALISED);
            assertThatThrownBy(() -> setPin(evil)).isInstanceOf(IssuerNotAccepted.class);
            assertThat(card.chip().lifeCycle()).isEqualTo(LifeCycle.TERMINATED);
            assertThatThrownBy(() -> setPin(card.channel())).isInstanceOf(CardIsTerminated.class);
        }
    }

    @Test
    void a_commit_whose_answer_was_changed_is_found_to_have_taken_place() {
        try (Town.Card card = town.newCard()) {
            var evil =
                    new Between(
                            card.channel(),
                            0xEE,
                            UnaryOperator.identity(),
                            ChannelAttackTest::flip);
            FacePhoto photo = FacePhoto.specimen(3);
            assertThatThrownBy(() -> town.desk.newPhoto(evil, card.record(), photo))
                    .isInstanceOf(ActOutcomeUnknown.class);
            IssuedCard settled = town.desk.settle(card.channel(), card.record());
            assertThat(settled.holder().photo()).isEqualTo(photo);
            WholeCard.read(card.channel(), settled).mustBeGenuine(town);
        }
    }

    @Test
    void a_commit_that_never_arrived_is_found_not_to_have_taken_place() {
        try (Town.Card card = town.newCard()) {
            var evil =
                    new Between(
                            card.channel(),
                            0xEE,
                            ChannelAttackTest::flip,
                            UnaryOperator.identity());
            assertThatThrownBy(() -> town.desk.renewCertificates(evil, card.record()))
                    .isInstanceOf(ActOutcomeUnknown.class);
            IssuedCard settled = town.desk.settle(card.channel(), card.record());
            assertThat(settled).isEqualTo(card.record());
            WholeCard.read(card.channel(), settled).mustBeGenuine(town);
        }
    }

    @Test
    void a_card_that_is_ended_after_an_interrupted_act_leaves_no_living_certificate() {
        try (Town.Card card = town.newCard()) {
            long others =
                    town.living(CaKind.SIGNATURE) + town.living(CaKind.USER_AUTHENTICATION) - 2;
            var evil =
                    new Between(
                            card.channel(),
                            0xEE,
                            UnaryOperator.identity(),
                            ChannelAttackTest::flip);
            assertThatThrownBy(() -> town.desk.renewCertificates(evil, card.record()))
                    .isInstanceOf(ActOutcomeUnknown.class);
            town.desk.terminate(
                    card.channel(), card.record(), RevocationReason.CESSATION_OF_OPERATION);
            assertThat(town.living(CaKind.SIGNATURE) + town.living(CaKind.USER_AUTHENTICATION))
                    .isEqualTo(others);
        }
    }
}
