package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmyna.interop.OutsideProgram.OPENSC_TOOL;
import static org.openmyna.interop.OutsideProgram.PKCS11_TOOL;
import static org.openmyna.interop.OutsideProgram.PKCS15_TOOL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.CardTerminated;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.profile.RevocationReason;

/** Programs meet a chip that ended its life: none hangs, none finds a key. */
class TerminatedCardTest {
    @RegisterExtension final CardInReader reader = new CardInReader();

    @Test
    void a_card_that_the_counter_ended_is_of_no_use_to_opensc_and_our_reader_says_why() {
        try (CardChannel channel = PcscReaders.connect(ReaderSlot.FIRST.readerName())) {
            reader.country()
                    .desk()
                    .terminate(
                            channel,
                            reader.specimen().issued(),
                            RevocationReason.CESSATION_OF_OPERATION);
        }
        isDead();
    }

    /** The sensor needs power, which pcscd gives while a program holds the card. */
    @Test
    void a_chip_that_felt_an_attack_is_dead_for_every_program() {
        try (CardChannel ignored = PcscReaders.connect(ReaderSlot.FIRST.readerName())) {
            reader.specimen().card().attack();
        }
        isDead();
    }

    /** The signature comes out wrong and never leaves the chip. */
    @Test
    void a_chip_that_miscalculates_in_the_middle_of_a_session_is_dead_for_every_program() {
        try (CardChannel channel = PcscReaders.connect(ReaderSlot.FIRST.readerName());
                Pin pin = Pin.fourDigits(Country.PIN.toCharArray())) {
            JpkiClient jpki = JpkiClient.select(channel);
            assertThat(jpki.verify(JpkiKey.USER_AUTHENTICATION, pin, LastTry.KEEP))
                    .isInstanceOf(PinCheck.Accepted.class);
            reader.specimen().card().glitch();
            assertThatThrownBy(() -> jpki.sign(JpkiKey.USER_AUTHENTICATION, new byte[51]))
                    .isInstanceOf(CardTerminated.class);
        }
        isDead();
    }

    private static void isDead() {
        PKCS15_TOOL.run("--dump").fails().says("Unsupported card").doesNotSay("Private RSA Key");
        PKCS15_TOOL.run("--verify-pin", "--auth-id", "1", "--pin", Country.PIN).fails();
        PKCS11_TOOL
                .run("--module", OutsideProgram.opensc_pkcs11_module(), "-L")
                .says("token not recognized");
        OPENSC_TOOL.run("-s", "00A4040C0AD392F000260100000001").says("SW1=0x66, SW2=0x00");
        assertThatThrownBy(() -> MyNumberCard.in(ReaderSlot.FIRST.readerName()))
                .isInstanceOfSatisfying(
                        CardTerminated.class,
                        dead -> {
                            assertThat(dead.errorCode().code()).isEqualTo("MYNA-CRD-030");
                            assertThat(dead.text(Language.ENGLISH)).isNotBlank();
                        });
    }
}
