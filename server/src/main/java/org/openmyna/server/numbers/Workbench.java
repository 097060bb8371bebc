package org.openmyna.server.numbers;

import java.util.HashMap;
import java.util.Map;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.Derivation.Maker;

/** What one thread needs to make, seal and name numbers. */
final class Workbench {
    private final Derivation derivation;
    private final Map<Integer, Maker> makers = new HashMap<>();
    private final Sealing sealing;
    private final Tokens tokens;

    Workbench(Derivation derivation, Sealing sealing, Tokens tokens) {
        this.derivation = derivation;
        this.sealing = sealing;
        this.tokens = tokens;
    }

    /** The number that a draw gives for a code. */
    MyNumber number(ResidentRecordCode code, int draw) {
        return makers.computeIfAbsent(draw, derivation::maker).from(code);
    }

    Sealing sealing() {
        return sealing;
    }

    Tokens tokens() {
        return tokens;
    }

    /** How the access log names a person: by the keeper's own token. */
    String subject(long person) {
        return tokens.of(Organisation.NUMBERS, person).value();
    }
}
