package javacard.security;

/** Makes empty keys: RSA, and AES in memory that stays or that is transient. */
public class KeyBuilder {
    public static final byte TYPE_RSA_PUBLIC = 4;
    public static final byte TYPE_RSA_PRIVATE = 5;
    public static final byte TYPE_RSA_CRT_PRIVATE = 6;
    public static final byte TYPE_AES_TRANSIENT_RESET = 13;
    public static final byte TYPE_AES_TRANSIENT_DESELECT = 14;
    public static final byte TYPE_AES = 15;
    public static final short LENGTH_RSA_1024 = 1024;
    public static final short LENGTH_RSA_1536 = 1536;
    public static final short LENGTH_RSA_2048 = 2048;
    public static final short LENGTH_RSA_3072 = 3072;
    public static final short LENGTH_RSA_4096 = 4096;
    public static final short LENGTH_AES_128 = 128;
    public static final short LENGTH_AES_192 = 192;
    public static final short LENGTH_AES_256 = 256;

    private KeyBuilder() {}

    public static Key buildKey(byte type, short length, boolean encryption) {
        return switch (type) {
            case TYPE_RSA_PUBLIC -> new RsaPublicParts(rsa(length));
            case TYPE_RSA_PRIVATE -> new RsaPrivateParts(rsa(length));
            case TYPE_RSA_CRT_PRIVATE -> new RsaCrtParts(rsa(length));
            case TYPE_AES, TYPE_AES_TRANSIENT_RESET, TYPE_AES_TRANSIENT_DESELECT ->
                    new AesParts(type, aes(length));
            default -> throw new CryptoException(CryptoException.NO_SUCH_ALGORITHM);
        };
    }

    private static short rsa(short length) {
        return switch (length) {
            case LENGTH_RSA_1024,
                    LENGTH_RSA_1536,
                    LENGTH_RSA_2048,
                    LENGTH_RSA_3072,
                    LENGTH_RSA_4096 ->
                    length;
            default -> throw new CryptoException(CryptoException.NO_SUCH_ALGORITHM);
        };
    }

    private static short aes(short length) {
        return switch (length) {
            case LENGTH_AES_128, LENGTH_AES_192, LENGTH_AES_256 -> length;
            default -> throw new CryptoException(CryptoException.NO_SUCH_ALGORITHM);
        };
    }
}
