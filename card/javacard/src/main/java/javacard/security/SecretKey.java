package javacard.security;

/** A key shared by both sides. */
public interface SecretKey extends Key {}
