package org.openmyna.cli;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/**
 * A chip that somebody filled with all that can be read of another card. It answers as that one
 * does, but its private keys are others: the true ones never left the true chip.
 */
final class CopiedChip implements CardChannel {
    private static final int COMPUTE_DIGITAL_SIGNATURE = 0x2A;
    private static final int KEY_BITS = 2048;

    private final CardChannel original;
    private final KeyPair otherKey;

    CopiedChip(CardChannel original, SecureRandom random) {
        this.original = original;
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS, random);
            this.otherKey = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java makes RSA keys", impossible);
        }
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        return command.ins() == COMPUTE_DIGITAL_SIGNATURE
                ? new ResponseApdu(signed(command.data()), StatusWord.OK)
                : original.transmit(command);
    }

    private byte[] signed(byte[] digestInfo) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, otherKey.getPrivate());
            return cipher.doFinal(digestInfo);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java computes RSA", impossible);
        }
    }

    @Override
    public byte[] atr() {
        return original.atr();
    }

    @Override
    public void close() {
        original.close();
    }
}
