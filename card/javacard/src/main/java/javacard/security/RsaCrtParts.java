package javacard.security;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.javacard.machine.Machine;
import org.openmyna.card.javacard.machine.RsaEngine;
import org.openmyna.card.nvm.InNvm;

/**
 * An RSA private key by the Chinese remainder theorem. The public exponent is kept beside the five
 * parts when the pair was generated here: with it the provider's key is ready in microseconds
 * instead of a fifth of a millisecond.
 */
@InNvm
final class RsaCrtParts extends RsaParts implements RSAPrivateCrtKey {
    private final KeyPart p;
    private final KeyPart q;
    private final KeyPart dp1;
    private final KeyPart dq1;
    private final KeyPart pq;
    private final KeyPart publicExponent;

    RsaCrtParts(short bits) {
        super(KeyBuilder.TYPE_RSA_CRT_PRIVATE, bits);
        p = new KeyPart(bits / 16);
        q = new KeyPart(bits / 16);
        dp1 = new KeyPart(bits / 16);
        dq1 = new KeyPart(bits / 16);
        pq = new KeyPart(bits / 16);
        publicExponent = new KeyPart(4);
    }

    @Override
    public boolean isInitialized() {
        return p.isSet() && q.isSet() && dp1.isSet() && dq1.isSet() && pq.isSet();
    }

    @Override
    public void clearKey() {
        clear(p);
        clear(q);
        clear(dp1);
        clear(dq1);
        clear(pq);
        clear(publicExponent);
    }

    @Override
    public void setP(byte[] buffer, short offset, short length) {
        change(p, buffer, offset, length);
    }

    @Override
    public short getP(byte[] buffer, short offset) {
        return p.copyTo(buffer, offset);
    }

    @Override
    public void setQ(byte[] buffer, short offset, short length) {
        change(q, buffer, offset, length);
    }

    @Override
    public short getQ(byte[] buffer, short offset) {
        return q.copyTo(buffer, offset);
    }

    @Override
    public void setDP1(byte[] buffer, short offset, short length) {
        change(dp1, buffer, offset, length);
    }

    @Override
    public short getDP1(byte[] buffer, short offset) {
        return dp1.copyTo(buffer, offset);
    }

    @Override
    public void setDQ1(byte[] buffer, short offset, short length) {
        change(dq1, buffer, offset, length);
    }

    @Override
    public short getDQ1(byte[] buffer, short offset) {
        return dq1.copyTo(buffer, offset);
    }

    @Override
    public void setPQ(byte[] buffer, short offset, short length) {
        change(pq, buffer, offset, length);
    }

    @Override
    public short getPQ(byte[] buffer, short offset) {
        return pq.copyTo(buffer, offset);
    }

    void setPublicExponent(byte[] buffer, short offset, short length) {
        set(publicExponent, buffer, offset, length);
    }

    private void change(KeyPart part, byte[] buffer, short offset, short length) {
        if (publicExponent.isSet()) {
            clear(publicExponent);
        }
        set(part, buffer, offset, length);
    }

    @Override
    RsaEngine build(Machine machine) {
        @Nullable BigInteger exponent = publicExponent.isSet() ? publicExponent.number() : null;
        return RsaEngine.ofPrimes(
                machine.rsaProvider(),
                p.number(),
                q.number(),
                dp1.number(),
                dq1.number(),
                pq.number(),
                exponent);
    }
}
