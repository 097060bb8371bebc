/**
 * The Java Card API for keys, signatures, digests and random data, as far as the applets use it.
 * RSA and AES; key pairs are never computed on the caller's time but taken from the host's source.
 */
@NullMarked
package javacard.security;

import org.jspecify.annotations.NullMarked;
