package javacard.security;

import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.javacard.machine.RsaEngine;
import org.openmyna.card.javacard.machine.RsaKey;
import org.openmyna.card.nvm.InNvm;
import org.openmyna.card.nvm.Reloadable;

/**
 * What all RSA keys share: type, size, and the crypto provider's own key object, which is built at
 * first use, lives in RAM only and is dropped whenever a part of the key may have changed.
 */
@InNvm
abstract class RsaParts implements RsaKey, Reloadable {
    private final byte type;
    private final short bits;
    private transient @Nullable RsaEngine engine;

    RsaParts(byte type, short bits) {
        this.type = type;
        this.bits = bits;
    }

    abstract RsaEngine build(Machine machine);

    @Override
    public final byte getType() {
        return type;
    }

    @Override
    public final short getSize() {
        return bits;
    }

    @Override
    public final int modulusBytes() {
        return bits / 8;
    }

    @Override
    public final byte[] apply(byte[] block) {
        RsaEngine ready = engine;
        if (ready == null) {
            if (!isInitialized()) {
                CryptoException.throwIt(CryptoException.UNINITIALIZED_KEY);
            }
            ready = build(Machine.current());
            engine = ready;
        }
        byte[] result = ready.apply(block);
        return this instanceof PrivateKey
                ? Machine.current().afterPrivateOperation(result)
                : result;
    }

    @Override
    public final void reloaded() {
        engine = null;
    }

    final void set(KeyPart part, byte[] source, short offset, short length) {
        engine = null;
        part.set(source, offset, length);
    }

    final void clear(KeyPart part) {
        engine = null;
        part.clear();
    }
}
