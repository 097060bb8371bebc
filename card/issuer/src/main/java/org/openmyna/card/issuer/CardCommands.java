package org.openmyna.card.issuer;

import java.io.ByteArrayOutputStream;
import java.util.function.BiFunction;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.MynaException;

/** The commands that anybody may send to a card, to look at what the issuer wrote. */
final class CardCommands {
    private final CardChannel channel;
    private final BiFunction<String, StatusWord, MynaException> refusal;

    /**
     * @param refusal what to throw when the card refuses a step
     */
    CardCommands(CardChannel channel, BiFunction<String, StatusWord, MynaException> refusal) {
        this.channel = channel;
        this.refusal = refusal;
    }

    void select(CardApplication application) {
        ok("SELECT", CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, application.aid()));
    }

    void select(CardFile file) {
        byte[] id = {(byte) (file.id() >> 8), (byte) file.id()};
        ok("SELECT " + file.label(), CommandApdu.of(0x00, 0xA4, 0x02, 0x0C, id));
    }

    /** The whole physical file of the current application, 256 bytes at a time. */
    byte[] read(CardFile file) {
        select(file);
        var content = new ByteArrayOutputStream();
        ResponseApdu part;
        do {
            int at = content.size();
            part = channel.transmit(new CommandApdu(0, 0xB0, at >> 8, at & 0xFF, new byte[0], 256));
            if (part.statusWord().equals(StatusWord.OFFSET_OUTSIDE_FILE)) break;
            content.writeBytes(checked("READ BINARY " + file.label(), part).data());
        } while (part.data().length == 256);
        return content.toByteArray();
    }

    byte[] readRecord(CardFile file) {
        select(file);
        return ok("READ RECORD", new CommandApdu(0x00, 0xB2, 1, 4, new byte[0], 256)).data();
    }

    /** The status word of VERIFY; it is a try. */
    StatusWord verify(CardFile pin, byte[] value) {
        select(pin);
        return channel.transmit(CommandApdu.of(0x00, 0x20, 0x00, 0x80, value)).statusWord();
    }

    /** Of the issuer security domain, which must be selected. */
    byte[] object(CardObject object) {
        int tag = object.tag();
        var command =
                new CommandApdu(
                        0, 0xCA, tag >> 8, tag & 0xFF, new byte[0], CommandApdu.EXTENDED_MAXIMUM);
        return ok("GET DATA", command).data();
    }

    /** Signature of the application's default key, which needs no PIN. */
    byte[] signWithDefaultKey(byte[] digestInfo) {
        return ok(
                        "COMPUTE DIGITAL SIGNATURE",
                        new CommandApdu(0x80, 0x2A, 0x00, 0x00, digestInfo, 256))
                .data();
    }

    /** Signature of the current key file, whose PIN was verified. */
    byte[] signWithCurrentKey(byte[] digestInfo) {
        return ok(
                        "COMPUTE DIGITAL SIGNATURE",
                        new CommandApdu(0x80, 0x2A, 0x00, 0x80, digestInfo, 256))
                .data();
    }

    /** INTERNAL AUTHENTICATE of the common application: SHA256withRSA over the challenge. */
    byte[] internalAuthenticate(byte[] challenge) {
        return ok("INTERNAL AUTHENTICATE", new CommandApdu(0x00, 0x88, 0x00, 0x99, challenge, 256))
                .data();
    }

    ResponseApdu ok(String step, CommandApdu command) {
        return checked(step, channel.transmit(command));
    }

    ResponseApdu send(CommandApdu command) {
        return channel.transmit(command);
    }

    private ResponseApdu checked(String step, ResponseApdu answer) {
        if (!answer.isOk()) throw refusal.apply(step, answer.statusWord());
        return answer;
    }
}
