package javacard.security;

/** The public half of a pair. */
public interface PublicKey extends Key {}
