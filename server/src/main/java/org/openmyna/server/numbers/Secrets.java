package org.openmyna.server.numbers;

import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/** The keys in use, and how numbers are derived with them. */
final class Secrets {
    private final SecureRandom random;
    private final UnaryOperator<Derivation> around;
    private final NumberMode mode;
    private volatile NumberKeys keys;

    Secrets(NumberKeys keys, NumberMode mode, SecureRandom random) {
        this(keys, mode, random, UnaryOperator.identity());
    }

    /**
     * @param around puts another derivation in place of the usual one, to make clashes
     */
    Secrets(
            NumberKeys keys,
            NumberMode mode,
            SecureRandom random,
            UnaryOperator<Derivation> around) {
        this.keys = keys;
        this.mode = mode;
        this.random = random;
        this.around = around;
    }

    NumberMode mode() {
        return mode;
    }

    NumberKeys keys() {
        return keys;
    }

    /** From now on rows are encrypted with the newest of these. */
    void use(NumberKeys newer) {
        keys = newer;
    }

    SecureRandom random() {
        return random;
    }

    /** For one thread, and one call: keys may be rotated meanwhile. */
    Workbench workbench() {
        NumberKeys now = keys;
        return new Workbench(
                around.apply(Derivation.ff1(now.derivation().getEncoded(), mode)),
                new Sealing(now, random),
                new Tokens(now));
    }
}
