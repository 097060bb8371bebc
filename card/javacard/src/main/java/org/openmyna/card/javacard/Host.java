package org.openmyna.card.javacard;

import java.security.Provider;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What the outside world lends to a card.
 *
 * @param accelerator a crypto provider for RSA that is faster than the JDK's own; it need not be
 *     installed
 */
public record Host(KeyPairSource keys, SecureRandom random, Optional<Provider> accelerator) {}
