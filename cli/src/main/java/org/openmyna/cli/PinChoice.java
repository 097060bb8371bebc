package org.openmyna.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.openmyna.card.protocol.PinReference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words for PINs and verification numbers on the command line. */
enum PinChoice {
    SIGNATURE("signature", PinReference.SIGNATURE),
    LOGIN("login", PinReference.USER_AUTHENTICATION),
    FORM_INPUT("form-input", PinReference.FORM_INPUT),
    /** Both PINs of the municipal applications, which people know as one. */
    RESIDENTS("residents", PinReference.JUKI, PinReference.COMMON),
    NUMBER_A("number-a", PinReference.FORM_INPUT_A, PinReference.CARD_FACE_A),
    NUMBER_B("number-b", PinReference.FORM_INPUT_B, PinReference.CARD_FACE_B),
    BIRTH_DATE("birth-date", PinReference.CARD_FACE_BIRTH_DATE);

    private final String word;
    private final List<PinReference> references;

    PinChoice(String word, PinReference... references) {
        this.word = word;
        this.references = List.of(references);
    }

    List<PinReference> references() {
        return references;
    }

    PinReference first() {
        return references.getFirst();
    }

    /** Whether people choose it; the others follow from what the card says. */
    boolean isChosen() {
        return switch (this) {
            case SIGNATURE, LOGIN, FORM_INPUT, RESIDENTS -> true;
            case NUMBER_A, NUMBER_B, BIRTH_DATE -> false;
        };
    }

    /**
     * @param command what only takes PINs
     * @throws CommandFailed if it is a number that follows from the card (MYNA-CLI-009)
     */
    static void mustBeChosen(PinChoice which, String command) {
        if (which.isChosen()) return;
        throw new CommandFailed(
                CommandError.VALUE_UNUSABLE,
                Map.of(
                        "option",
                        command,
                        "value",
                        which,
                        "expected",
                        "signature, login, form-input, residents"));
    }

    @Override
    public String toString() {
        return word;
    }

    /** All words, for help and completion. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(PinChoice::toString).iterator();
        }
    }

    /** Reads a word. */
    static final class Converter implements ITypeConverter<PinChoice> {
        @Override
        public PinChoice convert(String typed) {
            for (PinChoice each : values()) {
                if (each.word.equalsIgnoreCase(typed)) return each;
            }
            throw new TypeConversionException("'" + typed + "': " + String.join(", ", new Words()));
        }
    }
}
