package org.openmyna.cli;

import java.util.Map;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.LastTry;
import org.openmyna.card.reader.PinCheck;
import org.openmyna.card.reader.Tries;

/** What a command says about the tries of a PIN, before and after it was sent. */
final class PinAnswer {
    private PinAnswer() {}

    /**
     * @throws CommandFailed if the card did not accept the PIN or number
     */
    static void mustBeAccepted(PinReference reference, PinCheck check) {
        boolean pin = isPin(reference);
        Map<String, String> which = Map.of("reference", reference.name());
        switch (check) {
            case PinCheck.Accepted() -> {}
            case PinCheck.Wrong(int left) ->
                    throw new CommandFailed(
                            pin ? CommandError.PIN_WRONG : CommandError.NUMBER_WRONG,
                            Map.of("left", left, "reference", reference.name()));
            case PinCheck.Locked() ->
                    throw new CommandFailed(
                            pin ? CommandError.PIN_LOCKED : CommandError.NUMBER_LOCKED, which);
            case PinCheck.LastTryKept() ->
                    throw new CommandFailed(
                            pin ? CommandError.LAST_TRY_KEPT : CommandError.NUMBER_LAST_TRY_KEPT,
                            which);
        }
    }

    /** Says on the side how many tries are left. */
    static void tellTries(Voice voice, PinReference reference, Tries tries) {
        voice.aside("pin.tries", voice.words("pin." + reference.name()), words(voice, tries));
    }

    static String words(Voice voice, Tries tries) {
        return switch (tries) {
            case Tries.Left(int left, int limit) -> voice.words("tries.left", left, limit);
            case Tries.Blocked(int limit) -> voice.words("tries.locked", limit);
            case Tries.Absent() -> voice.words("tries.absent");
            case Tries.Unlimited() -> voice.words("tries.unlimited");
        };
    }

    static Map<String, Object> data(Tries tries) {
        return switch (tries) {
            case Tries.Left(int left, int limit) -> Voice.object("left", left, "limit", limit);
            case Tries.Blocked(int limit) -> Voice.object("left", 0, "limit", limit);
            case Tries.Absent() -> Map.of("absent", true);
            case Tries.Unlimited() -> Map.of("unlimited", true);
        };
    }

    static LastTry spending(boolean lastTry) {
        return lastTry ? LastTry.MAY_BE_SPENT : LastTry.KEEP;
    }

    private static boolean isPin(PinReference reference) {
        return switch (reference) {
            case USER_AUTHENTICATION, SIGNATURE, FORM_INPUT, JUKI, COMMON -> true;
            case FORM_INPUT_A, FORM_INPUT_B, CARD_FACE_BIRTH_DATE, CARD_FACE_B, CARD_FACE_A ->
                    false;
        };
    }
}
