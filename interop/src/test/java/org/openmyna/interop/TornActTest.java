package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.interop.TornChannel.Moment;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.authority.status.CertificateStatus;

/**
 * The counter loses the card in the middle of a move: pulled out of the reader, or its holder
 * killed with signal 9. Inserted again it lives at the old or at the new address, and the next act
 * heals what is left.
 */
class TornActTest {
    private static final CardName ICHIRO = new CardName("ichiro");
    private static final Address NAHA = new Address("沖縄県那覇市泉崎九丁目９９９９番地");
    private static final Address HIMEJI = new Address("兵庫県姫路市本町九丁目９９９９番地");

    @RegisterExtension final CardInReader reader = new CardInReader();
    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource
    void a_card_pulled_in_the_middle_of_a_move_has_moved_or_not_and_the_next_act_heals_it(
            Moment moment) throws Exception {
        IssuedCard before = reader.specimen().issued();
        moveIsTorn(before, moment, reader::eject);
        awaitEmpty();
        reader.insert();
        heals(before, moment);
    }

    @ParameterizedTest
    @EnumSource
    void a_card_whose_holder_is_killed_in_a_move_has_moved_or_not_and_the_next_act_heals_it(
            Moment moment) throws Exception {
        reader.eject();
        awaitEmpty();
        CardDrawer drawer = new CardDrawer(directory.resolve("drawer"));
        IssuedCard before = reader.country().newCard(drawer, ICHIRO);
        Process holder = CardHolder.start(directory.resolve("drawer"), ICHIRO);
        try {
            moveIsTorn(before, moment, () -> kill(holder));
        } finally {
            kill(holder);
        }
        awaitEmpty();
        try (VirtualCard card = reader.country().open(drawer, ICHIRO);
                var ignored = reader.pcsc().insert(card, ReaderSlot.FIRST)) {
            heals(before, moment);
        }
    }

    private void moveIsTorn(IssuedCard before, Moment moment, Runnable departure) throws Exception {
        try (CardChannel channel = connect()) {
            var torn = new TornChannel(channel, moment, departure);
            assertThatThrownBy(() ->
                            reader.country()
                                    .desk()
                                    .move(torn, before, NAHA, Country.office("47201")))
                    .isInstanceOf(MynaException.class);
        }
    }

    private void heals(IssuedCard before, Moment moment) throws Exception {
        IssuedCard settled;
        try (CardChannel channel = connect()) {
            settled = reader.country().desk().settle(channel, before);
        }
        boolean moved = addressOf(settled).equals(NAHA);
        switch (moment) {
            case WITH_DRAFTS, BEFORE_THE_COMMIT -> assertThat(moved).isFalse();
            case AFTER_THE_COMMIT -> assertThat(moved).isTrue();
            case DURING_THE_COMMIT -> {} // either
        }
        if (!moved) assertThat(addressOf(settled)).isEqualTo(addressOf(before));
        isGenuineAndAsRecorded(settled);

        IssuedCard back;
        try (CardChannel channel = connect()) {
            back = reader.country().desk().move(channel, settled, HIMEJI, Country.office("28201"));
        }
        assertThat(addressOf(back)).isEqualTo(HIMEJI);
        isGenuineAndAsRecorded(back);
        assertThat(statusOf(settled)).isInstanceOf(CertificateStatus.Revoked.class);
    }

    private void isGenuineAndAsRecorded(IssuedCard record) {
        try (MyNumberCard card = MyNumberCard.in(ReaderSlot.FIRST.readerName());
                Pin pin = Pin.fourDigits(Country.PIN.toCharArray());
                Pin password = Pin.signaturePassword(Country.PASSWORD.toCharArray())) {
            var result =
                    card.checkAuthenticity(
                            reader.country().trusted(),
                            new Opening.ByPin(pin),
                            LastTry.KEEP,
                            new SecureRandom());
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Authenticity.Genuine.class,
                            genuine ->
                                    assertThat(
                                                    genuine.contents()
                                                            .fourItems()
                                                            .orElseThrow()
                                                            .address())
                                            .isEqualTo(addressOf(record)));
            assertThat(card.jpki().verify(JpkiKey.SIGNATURE, password, LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
            assertThat(card.jpki().certificate(JpkiKey.SIGNATURE))
                    .isEqualTo(record.signature().orElseThrow().der());
        }
        assertThat(statusOf(record)).isInstanceOf(CertificateStatus.Good.class);
    }

    private CertificateStatus statusOf(IssuedCard record) {
        return reader.country().signatureCa().statusOf(record.signature().orElseThrow().serial());
    }

    private static Address addressOf(IssuedCard record) {
        return record.holder().fourItems().address();
    }

    /** A card that was just put back takes pcscd some polls to see. */
    private static CardChannel connect() throws Exception {
        assertThat(JdkReaders.terminal(ReaderSlot.FIRST).waitForCardPresent(5_000)).isTrue();
        return PcscReaders.connect(ReaderSlot.FIRST.readerName());
    }

    private static void awaitEmpty() throws Exception {
        assertThat(JdkReaders.terminal(ReaderSlot.FIRST).waitForCardAbsent(5_000)).isTrue();
    }

    /** Signal 9. */
    private static void kill(Process holder) {
        try {
            holder.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
