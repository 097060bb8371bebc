package javacard.security;

/**
 * An RSA private key by the Chinese remainder theorem: the primes P and Q, D mod (P-1), D mod
 * and the inverse of Q modulo P, each big-endian and half as long as the modulus.
 */
public interface RSAPrivateCrtKey extends PrivateKey {
    void setP(byte[] buffer, short offset, short length);

    short getP(byte[] buffer, short offset);

    void setQ(byte[] buffer, short offset, short length);

    short getQ(byte[] buffer, short offset);

    void setDP1(byte[] buffer, short offset, short length);

    short getDP1(byte[] buffer, short offset);

    void setDQ1(byte[] buffer, short offset, short length);

    short getDQ1(byte[] buffer, short offset);

    void setPQ(byte[] buffer, short offset, short length);

    short getPQ(byte[] buffer, short offset);
}
