package javacard.security;

/** An RSA public key: modulus and exponent, big-endian. */
public interface RSAPublicKey extends PublicKey {
    void setModulus(byte[] buffer, short offset, short length);

    void setExponent(byte[] buffer, short offset, short length);

    short getModulus(byte[] buffer, short offset);

    short getExponent(byte[] buffer, short offset);
}
