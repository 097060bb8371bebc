package org.openmyna.bench;

import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.JpkiFile;

/** A login as bare commands: SELECT, VERIFY, COMPUTE DIGITAL SIGNATURE, five in all. */
final class Login {
    private static final byte[] SELECT =
            CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, CardApplication.JPKI.aid()).bytes();
    private static final byte[] SELECT_KEY = select(JpkiFile.USER_AUTHENTICATION_KEY);
    private static final byte[] SIGN =
            new CommandApdu(
                            0x80,
                            0x2A,
                            0x00,
                            0x80,
                            DigestInfo.SHA256.ofDigest(new byte[32]),
                            CommandApdu.SHORT_MAXIMUM)
                    .bytes();
    private static final byte[][] COMMANDS = {
        SELECT,
        select(JpkiFile.USER_AUTHENTICATION_PIN),
        CommandApdu.of(0x00, 0x20, 0x00, 0x80, SpecimenCard.PIN).bytes(),
        SELECT_KEY,
        SIGN
    };

    private Login() {}

    /** The application alone. */
    static void select(VirtualCard card) {
        card.transmit(SELECT);
    }

    static void run(VirtualCard card) {
        byte[] answer = {};
        for (byte[] command : COMMANDS) answer = card.transmit(command);
        if (answer.length != 258) throw new IllegalStateException("the card did not sign");
    }

    /** Whether the card, after a login, signs again without its PIN. */
    static boolean signsAgain(VirtualCard card) {
        card.transmit(SELECT_KEY);
        return card.transmit(SIGN).length == 258;
    }

    private static byte[] select(JpkiFile file) {
        byte[] id = {(byte) (file.id() >> 8), (byte) file.id()};
        return CommandApdu.of(0x00, 0xA4, 0x02, 0x0C, id).bytes();
    }
}
