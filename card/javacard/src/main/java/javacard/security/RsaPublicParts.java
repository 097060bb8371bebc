package javacard.security;

import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.javacard.machine.RsaEngine;
import org.openmyna.card.nvm.InNvm;

/** An RSA public key; its exponent has at most four bytes. */
@InNvm
final class RsaPublicParts extends RsaParts implements RSAPublicKey {
    private final KeyPart modulus;
    private final KeyPart exponent;

    RsaPublicParts(short bits) {
        super(KeyBuilder.TYPE_RSA_PUBLIC, bits);
        modulus = new KeyPart(bits / 8);
        exponent = new KeyPart(4);
    }

    @Override
    public boolean isInitialized() {
        return modulus.isSet() && exponent.isSet();
    }

    @Override
    public void clearKey() {
        clear(modulus);
        clear(exponent);
    }

    @Override
    public void setModulus(byte[] buffer, short offset, short length) {
        set(modulus, buffer, offset, length);
    }

    @Override
    public void setExponent(byte[] buffer, short offset, short length) {
        set(exponent, buffer, offset, length);
    }

    @Override
    public short getModulus(byte[] buffer, short offset) {
        return modulus.copyTo(buffer, offset);
    }

    @Override
    public short getExponent(byte[] buffer, short offset) {
        return exponent.copyTo(buffer, offset);
    }

    @Override
    RsaEngine build(Machine machine) {
        return RsaEngine.ofPublicKey(machine.rsaProvider(), modulus.number(), exponent.number());
    }
}
