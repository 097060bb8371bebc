package org.openmyna.card.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.Pin;

/** The commands that a card takes only while it is BLANK. */
final class BlankCard {
    private static final int CHUNK = 255;

    /** 7F49 82 0109, 81 82 0100, then the modulus; then 82 03 010001. */
    private static final int MODULUS_AT = 9;

    private static final int MODULUS_LENGTH = 256;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private final CardChannel channel;

    BlankCard(CardChannel channel) {
        this.channel = channel;
    }

    /**
     * GENERATE ASYMMETRIC KEY PAIR (ISO/IEC 7816-8:2021, 5.1): the chip makes it, we see its public
     * half.
     */
    RSAPublicKey generateKeyPair(JpkiFile keyFile) {
        select(keyFile);
        var command =
                new CommandApdu(0x00, 0x47, 0x00, 0x00, new byte[0], CommandApdu.EXTENDED_MAXIMUM);
        ResponseApdu answer = channel.transmit(command);
        if (answer.statusWord().equals(StatusWord.SECURITY_NOT_SATISFIED)) throw new CardNotBlank();
        byte[] template = ok("GENERATE ASYMMETRIC KEY PAIR", answer).data();
        byte[] modulus = Arrays.copyOfRange(template, MODULUS_AT, MODULUS_AT + MODULUS_LENGTH);
        return publicKey(new BigInteger(1, modulus));
    }

    void setPin(JpkiFile pinFile, Pin pin) {
        select(pinFile);
        ok(
                "CHANGE REFERENCE DATA",
                pin.lend(ascii -> channel.transmit(CommandApdu.of(0x00, 0x24, 0x01, 0x80, ascii))));
    }

    void write(JpkiFile file, byte[] content) {
        select(file);
        for (int at = 0; at < content.length; at += CHUNK) {
            byte[] part = Arrays.copyOfRange(content, at, Math.min(at + CHUNK, content.length));
            ok(
                    "UPDATE BINARY",
                    channel.transmit(CommandApdu.of(0x00, 0xD6, at >> 8, at & 0xFF, part)));
        }
    }

    /** SET STATUS in the issuer security domain: the card leaves BLANK for good. */
    void close() {
        byte[] domain = CardApplication.ISSUER_SECURITY_DOMAIN.aid();
        ok("SELECT", channel.transmit(CommandApdu.of(0x00, 0xA4, 0x04, 0x0C, domain)));
        ok("SET STATUS", channel.transmit(CommandApdu.of(0x80, 0xF0, 0x80, 0x0F)));
    }

    private void select(JpkiFile file) {
        byte[] id = {(byte) (file.id() >> 8), (byte) file.id()};
        ok("SELECT", channel.transmit(CommandApdu.of(0x00, 0xA4, 0x02, 0x0C, id)));
    }

    private static ResponseApdu ok(String step, ResponseApdu answer) {
        if (!answer.isOk()) throw new PersonalisationRefused(step, answer.statusWord());
        return answer;
    }

    private static RSAPublicKey publicKey(BigInteger modulus) {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, EXPONENT));
        } catch (GeneralSecurityException impossible) {
            throw new CardNotAsWritten("the public key: " + impossible.getMessage());
        }
    }
}
