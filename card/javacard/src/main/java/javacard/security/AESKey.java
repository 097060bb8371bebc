package javacard.security;

/** An AES key of 16, 24 or 32 bytes, as its type says in memory that stays or that is transient. */
public interface AESKey extends SecretKey {
    /** Old or new after a loss of power, never a mixture. */
    void setKey(byte[] keyData, short kOff);

    /** Writes the key and returns its length in bytes. */
    byte getKey(byte[] keyData, short kOff);
}
