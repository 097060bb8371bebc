package org.openmyna.card.reader;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.CommonFile;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.card.protocol.ResponseApdu;

/**
 * What may be shown of a conversation. A list of what may, not of what may not: a command that is
 * not on it shows its length only, whoever's card it is.
 */
final class Redaction {
    /**
     * Readable by anybody on every card, and the same for many people. The token information is
     * not: it has a serial number.
     */
    private static final Set<CardFile> OPEN_FILES =
            Set.of(
                    JpkiFile.CERTIFICATE_STATE,
                    JpkiFile.SIGNATURE_CA_CERTIFICATE,
                    JpkiFile.USER_AUTHENTICATION_CA_CERTIFICATE,
                    FormInputFile.ISSUER_CERTIFICATE,
                    FormInputFile.BASIC_INFORMATION,
                    FormInputFile.RESERVED,
                    CardFaceFile.ISSUER_CERTIFICATE,
                    CardFaceFile.BASIC_INFORMATION,
                    CardFaceFile.RESERVED,
                    JukiFile.KEY_REFERENCE,
                    CommonFile.KEY_REFERENCE);

    /** Not among them: the card id names one card, and a card expires on its holder's birthday. */
    private static final Set<CardObject> OPEN_OBJECTS =
            EnumSet.of(
                    CardObject.ISSUER_ID,
                    CardObject.RECOGNITION,
                    CardObject.MUNICIPALITY,
                    CardObject.INTERMEDIATE_KEY_ID,
                    CardObject.UPPER_CERTIFICATE,
                    CardObject.LOWER_CERTIFICATE,
                    CardObject.CONTACT_ATR);

    private static final int LONGEST_NAME = 16;

    private final TraceContents contents;
    private boolean answerMayGoOn;

    Redaction(TraceContents contents) {
        this.contents = contents;
    }

    TracedBytes command(CommandApdu command) {
        byte[] data = command.data();
        boolean shown =
                switch (CommandKind.of(command)) {
                    case SELECT -> command.cla() == 0x00 && isName(command);
                    case SIGN, INTERNAL_AUTHENTICATE -> isTestCard() && isPlain(command);
                    default -> false;
                };
        return shown ? TracedBytes.shown(data) : TracedBytes.hidden(data);
    }

    TracedBytes answer(CommandApdu command, Overheard.Target target, ResponseApdu answer) {
        boolean shown = isPlain(command) && mayShow(command, target);
        answerMayGoOn = shown;
        return shown ? TracedBytes.shown(answer.data()) : TracedBytes.hidden(answer.data());
    }

    private boolean mayShow(CommandApdu command, Overheard.Target target) {
        return switch (CommandKind.of(command)) {
            case SELECT -> true;
            case READ_BINARY, READ_RECORD ->
                    isTestCard() || target.file().filter(OPEN_FILES::contains).isPresent();
            case GET_DATA -> isTestCard() || isOpenObject(command.p1() << 8 | command.p2());
            case SIGN, INTERNAL_AUTHENTICATE, GET_CHALLENGE -> isTestCard();
            case GET_RESPONSE -> answerMayGoOn;
            default -> false;
        };
    }

    private static boolean isOpenObject(int tag) {
        Optional<CardObject> object = CardObject.ofTag(tag);
        return object.filter(OPEN_OBJECTS::contains).isPresent();
    }

    private static boolean isName(CommandApdu command) {
        return switch (command.p1()) {
            case 0x04 -> command.data().length <= LONGEST_NAME;
            case 0x00, 0x02 -> command.data().length <= 2;
            default -> false;
        };
    }

    private boolean isTestCard() {
        return contents == TraceContents.TEST_CARD;
    }

    /** Secure messaging and other channels are hidden as a whole. */
    private static boolean isPlain(CommandApdu command) {
        return command.cla() == 0x00 || command.cla() == 0x80;
    }
}
