package javacard.security;

import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.javacard.machine.RsaEngine;
import org.openmyna.card.nvm.InNvm;

/** An RSA private key without primes: slower, and only for applets that bring their own numbers. */
@InNvm
final class RsaPrivateParts extends RsaParts implements RSAPrivateKey {
    private final KeyPart modulus;
    private final KeyPart exponent;

    RsaPrivateParts(short bits) {
        super(KeyBuilder.TYPE_RSA_PRIVATE, bits);
        modulus = new KeyPart(bits / 8);
        exponent = new KeyPart(bits / 8);
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
        return RsaEngine.ofPrivateKey(machine.rsaProvider(), modulus.number(), exponent.number());
    }
}
