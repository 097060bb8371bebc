package javacard.security;

import javacard.framework.JCSystem;
import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.javacard.machine.PairNumbers;
import org.openmyna.card.nvm.InNvm;

/**
 * Two keys that belong together. {@link #genKeyPair} takes a fresh pair from the host's source and
 * writes both halves in one transaction: after a loss of power the card holds the whole old pair or
 * the whole new one.
 */
@InNvm
public final class KeyPair {
    public static final byte ALG_RSA = 1;
    public static final byte ALG_RSA_CRT = 2;

    private final PublicKey publicKey;
    private final PrivateKey privateKey;

    public KeyPair(byte algorithm, short keyLength) {
        if (algorithm != ALG_RSA && algorithm != ALG_RSA_CRT) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
        byte type =
                algorithm == ALG_RSA
                        ? KeyBuilder.TYPE_RSA_PRIVATE
                        : KeyBuilder.TYPE_RSA_CRT_PRIVATE;
        publicKey = (PublicKey) KeyBuilder.buildKey(KeyBuilder.TYPE_RSA_PUBLIC, keyLength, false);
        privateKey = (PrivateKey) KeyBuilder.buildKey(type, keyLength, false);
    }

    public KeyPair(PublicKey publicKey, PrivateKey privateKey) {
        if (publicKey.getSize() != privateKey.getSize()) {
            CryptoException.throwIt(CryptoException.ILLEGAL_VALUE);
        }
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    public PublicKey getPublic() {
        return publicKey;
    }

    public PrivateKey getPrivate() {
        return privateKey;
    }

    public final void genKeyPair() {
        PairNumbers fresh = Machine.current().freshPair(publicKey.getSize());
        boolean own = JCSystem.getTransactionDepth() == 0;
        if (own) {
            JCSystem.beginTransaction();
        }
        KeyPairWriter.write(fresh, publicKey, privateKey);
        if (own) {
            JCSystem.commitTransaction();
        }
    }
}
