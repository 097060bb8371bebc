package javacard.security;

/** The secret half of a pair. */
public interface PrivateKey extends Key {}
