/**
 * The Java Card API, written from the public specification (Java Card 3.0.5): applets, APDUs, PINs,
 * transactions. Only what the applets of this house use is here; every public signature and
 * constant also exists, equal, in other implementations.
 */
@NullMarked
package javacard.framework;

import org.jspecify.annotations.NullMarked;
