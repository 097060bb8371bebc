package javacard.security;

/** An RSA private key as modulus and private exponent, big-endian. */
public interface RSAPrivateKey extends PrivateKey {
    void setModulus(byte[] buffer, short offset, short length);

    void setExponent(byte[] buffer, short offset, short length);

    short getModulus(byte[] buffer, short offset);

    short getExponent(byte[] buffer, short offset);
}
