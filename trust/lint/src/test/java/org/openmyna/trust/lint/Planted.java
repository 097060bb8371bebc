package org.openmyna.trust.lint;

import java.util.function.Consumer;

/**
 * One violation and the rule that must find it.
 *
 * @param code the only code that may be found
 * @param plant spoils a clean draft
 */
record Planted(String what, String code, Consumer<Draft> plant) {
    static Planted of(String what, int number, Consumer<Draft> plant) {
        return new Planted(what, "MYNA-LNT-%03d".formatted(number), plant);
    }

    @Override
    public String toString() {
        return code + " " + what;
    }
}
