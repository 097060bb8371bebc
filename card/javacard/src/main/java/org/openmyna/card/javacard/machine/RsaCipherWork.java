package org.openmyna.card.javacard.machine;

import java.io.ByteArrayOutputStream;
import javacard.security.CryptoException;
import javacard.security.PrivateKey;

/** RSA: one block in all, so nothing leaves before the end. */
public final class RsaCipherWork implements CipherWork {
    private final RsaKey key;
    private final boolean padded;
    private final boolean encrypting;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

    private RsaCipherWork(RsaKey key, boolean padded, boolean encrypting) {
        this.key = key;
        this.padded = padded;
        this.encrypting = encrypting;
    }

    public static RsaCipherWork start(RsaKey key, boolean padded, boolean encrypting) {
        return new RsaCipherWork(key, padded, encrypting);
    }

    @Override
    public byte[] update(byte[] input, int offset, int length) {
        gather(input, offset, length);
        return new byte[0];
    }

    private void gather(byte[] input, int offset, int length) {
        gathered.write(input, offset, length);
        if (gathered.size() > key.modulusBytes()) {
            gathered.reset();
            CryptoException.throwIt(CryptoException.ILLEGAL_USE);
        }
    }

    @Override
    public byte[] finish(byte[] last, int offset, int length) {
        gather(last, offset, length);
        byte[] input = gathered.toByteArray();
        gathered.reset();
        boolean privateKey = key instanceof PrivateKey;
        if (!padded) {
            return key.apply(requireBlock(input));
        }
        if (!encrypting) {
            return Pkcs1.unpad(key.apply(requireBlock(input)), privateKey ? 2 : 1)
                    .orElseThrow(() -> new CryptoException(CryptoException.ILLEGAL_USE));
        }
        if (input.length > Pkcs1.mostData(key.modulusBytes())) {
            CryptoException.throwIt(CryptoException.ILLEGAL_USE);
        }
        return key.apply(
                privateKey
                        ? Pkcs1.rfc8017_9_2_block(input, key.modulusBytes())
                        : Pkcs1.rfc8017_7_2_1_block(
                                input, key.modulusBytes(), Machine.current().random()));
    }

    private byte[] requireBlock(byte[] input) {
        if (input.length != key.modulusBytes()) {
            CryptoException.throwIt(CryptoException.ILLEGAL_USE);
        }
        return input;
    }
}
