package javacard.security;

/** Makes empty keys. Only RSA: the card has no other keys. */
public class KeyBuilder {
    public static final byte TYPE_RSA_PUBLIC = 4;
    public static final byte TYPE_RSA_PRIVATE = 5;
    public static final byte TYPE_RSA_CRT_PRIVATE = 6;
    public static final short LENGTH_RSA_1024 = 1024;
    public static final short LENGTH_RSA_1536 = 1536;
    public static final short LENGTH_RSA_2048 = 2048;
    public static final short LENGTH_RSA_3072 = 3072;
    public static final short LENGTH_RSA_4096 = 4096;

    private KeyBuilder() {}

    public static Key buildKey(byte type, short length, boolean encryption) {
        boolean known =
                switch (length) {
                    case LENGTH_RSA_1024,
                            LENGTH_RSA_1536,
                            LENGTH_RSA_2048,
                            LENGTH_RSA_3072,
                            LENGTH_RSA_4096 ->
                            true;
                    default -> false;
                };
        if (!known) {
            CryptoException.throwIt(CryptoException.NO_SUCH_ALGORITHM);
        }
        return switch (type) {
            case TYPE_RSA_PUBLIC -> new RsaPublicParts(length);
            case TYPE_RSA_PRIVATE -> new RsaPrivateParts(length);
            case TYPE_RSA_CRT_PRIVATE -> new RsaCrtParts(length);
            default -> throw new CryptoException(CryptoException.NO_SUCH_ALGORITHM);
        };
    }
}
