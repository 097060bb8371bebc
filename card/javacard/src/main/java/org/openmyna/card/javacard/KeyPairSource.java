package org.openmyna.card.javacard;

import java.security.KeyPair;

/** Where a card's new RSA key pairs come from; making one takes longer than a command may. */
@FunctionalInterface
public interface KeyPairSource {
    /** A fresh RSA pair with a CRT private key; never handed out twice. */
    KeyPair take(int bits);
}
