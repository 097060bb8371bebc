package javacard.security;

/** Any key: what it is, how long, and whether all its parts are set. */
public interface Key {
    boolean isInitialized();

    /** Overwrites the parts; the key must be set again before use. */
    void clearKey();

    /** One of the {@code TYPE_} constants of {@link KeyBuilder}. */
    byte getType();

    /** In bits. */
    short getSize();
}
