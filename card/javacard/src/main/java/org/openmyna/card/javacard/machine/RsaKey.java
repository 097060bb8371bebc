package org.openmyna.card.javacard.machine;

import javacard.security.Key;

/** An RSA key of this card, as ciphers and signatures use it. */
public interface RsaKey extends Key {
    int modulusBytes();

    /** The RSA operation of this key on a block as long as the modulus (RFC 8017 5.1 and 5.2). */
    byte[] apply(byte[] block);
}
