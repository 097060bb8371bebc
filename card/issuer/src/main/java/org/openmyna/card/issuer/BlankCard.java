package org.openmyna.card.issuer;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.openmyna.card.issuer.channel.CardKeys;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/** The commands that a card takes only while it is BLANK. */
final class BlankCard {
    private static final int CHUNK = 255;
    private static final int KEY_VERSION = 1;

    private final CardCommands card;

    BlankCard(CardChannel channel) {
        card = new CardCommands(channel, PersonalisationRefused::new);
    }

    /** What anybody may do with it. */
    CardCommands commands() {
        return card;
    }

    void select(CardApplication application) {
        card.select(application);
    }

    /**
     * GENERATE ASYMMETRIC KEY PAIR (ISO/IEC 7816-8:2021, 5.1): the chip makes it, we see its public
     * half.
     *
     * @throws CardNotBlank if the card is personalised
     */
    RSAPublicKey generateKeyPair(CardFile keyFile) {
        card.select(keyFile);
        var command =
                new CommandApdu(0x00, 0x47, 0x00, 0x00, new byte[0], CommandApdu.EXTENDED_MAXIMUM);
        ResponseApdu answer = card.send(command);
        if (answer.statusWord().equals(StatusWord.SECURITY_NOT_SATISFIED)) throw new CardNotBlank();
        if (!answer.isOk()) {
            throw new PersonalisationRefused("GENERATE ASYMMETRIC KEY PAIR", answer.statusWord());
        }
        return PublicKeyTemplate.parse(answer.data());
    }

    void setPin(CardFile pinFile, byte[] value) {
        card.select(pinFile);
        card.ok("CHANGE REFERENCE DATA", CommandApdu.of(0x00, 0x24, 0x01, 0x80, value));
    }

    /** UPDATE BINARY, from the start of the file. */
    void write(CardFile file, byte[] content) {
        card.select(file);
        for (int at = 0; at < content.length; at += CHUNK) {
            byte[] part = Arrays.copyOfRange(content, at, Math.min(at + CHUNK, content.length));
            card.ok("UPDATE BINARY", CommandApdu.of(0x00, 0xD6, at >> 8, at & 0xFF, part));
        }
    }

    /** UPDATE RECORD of the only record. */
    void writeRecord(CardFile file, byte[] record) {
        card.select(file);
        card.ok("UPDATE RECORD", CommandApdu.of(0x00, 0xDC, 1, 4, record));
    }

    /** STORE DATA in the issuer security domain: one object. */
    void store(CardObject object, byte[] value) {
        card.ok("STORE DATA", CommandApdu.of(0x80, 0xE2, 0x00, 0x00, object.storeData(value)));
    }

    /** PUT KEY in the issuer security domain: the keys of its channel. */
    void putKeys(CardKeys keys) {
        byte[] data = keys.putKeyData(KEY_VERSION);
        try {
            card.ok("PUT KEY", CommandApdu.of(0x80, 0xD8, 0x00, 0x81, data));
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    /** SET STATUS in the issuer security domain: the card leaves BLANK for good. */
    void close() {
        card.select(CardApplication.ISSUER_SECURITY_DOMAIN);
        card.ok("SET STATUS", CommandApdu.of(0x80, 0xF0, 0x80, 0x0F));
    }
}
