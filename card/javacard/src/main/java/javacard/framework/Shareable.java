package javacard.framework;

/** Marks the interfaces that one applet may offer to another. */
public interface Shareable {}
