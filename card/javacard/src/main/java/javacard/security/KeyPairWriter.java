package javacard.security;

import java.math.BigInteger;
import org.openmyna.card.javacard.machine.PairNumbers;

/**
 * Writes the numbers of a fresh pair into two key objects; runs inside a transaction, works in RAM.
 */
final class KeyPairWriter {
    private KeyPairWriter() {}

    static void write(PairNumbers fresh, PublicKey publicKey, PrivateKey privateKey) {
        int whole = publicKey.getSize() / 8;
        if (publicKey instanceof RSAPublicKey half) {
            put(half::setModulus, fresh.modulus(), whole);
            put(half::setExponent, fresh.publicExponent(), 3);
        }
        if (privateKey instanceof RSAPrivateKey half) {
            put(half::setModulus, fresh.modulus(), whole);
            put(half::setExponent, fresh.privateExponent(), whole);
        }
        if (privateKey instanceof RSAPrivateCrtKey half) {
            put(half::setP, fresh.p(), whole / 2);
            put(half::setQ, fresh.q(), whole / 2);
            put(half::setDP1, fresh.dp1(), whole / 2);
            put(half::setDQ1, fresh.dq1(), whole / 2);
            put(half::setPQ, fresh.pq(), whole / 2);
        }
        if (privateKey instanceof RsaCrtParts half) {
            put(half::setPublicExponent, fresh.publicExponent(), 3);
        }
    }

    private static void put(Setter part, BigInteger number, int length) {
        part.set(PairNumbers.bigEndian(number, length), (short) 0, (short) length);
    }

    private interface Setter {
        void set(byte[] buffer, short offset, short length);
    }
}
