package org.openmyna.card.applets;

import org.openmyna.card.applets.PowerCutRows.State;

/** The commands about PINs and numbers. */
final class ReferenceRows {

    private ReferenceRows() {}

    static void add(CardMap application, PowerCutRows rows) {
        for (Reference reference : application.references) {
            add(reference, rows);
        }
        if (application == CardMap.FORM_INPUT) {
            State state = State.filled("BLANK").with(application.select());
            rows.add("VERIFY, empty", "0012", state, PowerCutRule.NOTHING, "00200092");
            rows.add("VERIFY, any guess", "0012", state, PowerCutRule.NOTHING, "002000920131");
            rows.add(
                    "CHANGE REFERENCE DATA, any value",
                    "0012",
                    state,
                    PowerCutRule.NOTHING,
                    "0024019204" + TestCard.PIN);
        }
    }

    private static void add(Reference reference, PowerCutRows rows) {
        String file = "%04X".formatted(reference.file);
        guesses(reference, file, rows);
        changes(reference, file, rows);
    }

    private static void guesses(Reference reference, String file, PowerCutRows rows) {
        String right = reference.verify(reference.value);
        String wrong = reference.verify(reference.other);
        State unset = State.blank("BLANK, never set").with(reference.select);
        State all = State.inUse("in use, all tries").with(reference.select);
        State some =
                State.inUse("in use, one try gone")
                        .after(reference.select, wrong)
                        .with(reference.select);
        State last = wrongGuesses(reference, "in use, last try", reference.tries - 1);
        State none = wrongGuesses(reference, "in use, blocked", reference.tries);
        rows.add("VERIFY, empty", file, unset, PowerCutRule.NOTHING, reference.ask());
        rows.add("VERIFY, any guess", file, unset, PowerCutRule.NOTHING, right);
        rows.add("VERIFY, empty", file, all, PowerCutRule.NOTHING, reference.ask());
        rows.add("VERIFY, right", file, all, PowerCutRule.RIGHT_GUESS, right);
        rows.add("VERIFY, wrong", file, all, PowerCutRule.WRONG_GUESS, wrong);
        rows.add("VERIFY, right", file, some, PowerCutRule.RIGHT_GUESS_AFTER_WRONG_ONES, right);
        rows.add("VERIFY, wrong", file, some, PowerCutRule.WRONG_GUESS, wrong);
        rows.add("VERIFY, right", file, last, PowerCutRule.RIGHT_GUESS_AFTER_WRONG_ONES, right);
        rows.add("VERIFY, wrong", file, last, PowerCutRule.WRONG_GUESS, wrong);
        rows.add("VERIFY, empty", file, none, PowerCutRule.NOTHING, reference.ask());
        rows.add("VERIFY, right", file, none, PowerCutRule.NOTHING, right);
        rows.add(
                "VERIFY, 17 octets",
                file,
                all,
                PowerCutRule.NOTHING,
                reference.verify("31".repeat(17)));
    }

    private static State wrongGuesses(Reference reference, String words, int guesses) {
        String[] commands = new String[guesses + 1];
        java.util.Arrays.fill(commands, reference.verify(reference.other));
        commands[0] = reference.select;
        return State.inUse(words).after(commands).with(reference.select);
    }

    private static void changes(Reference reference, String file, PowerCutRows rows) {
        String change = "CHANGE REFERENCE DATA";
        changes(reference, file, rows, change, "002401", reference.change == Reference.Change.DATA);
        if (reference.knowsChangeKey()) {
            changes(reference, file, rows, "CHANGE KEY", "803200", true);
        }
    }

    private static void changes(
            Reference reference,
            String file,
            PowerCutRows rows,
            String name,
            String head,
            boolean holderMay) {
        String first = reference.command(head, reference.value);
        String other = reference.command(head, reference.other);
        State all = State.inUse("in use, not verified").with(reference.select);
        State verified =
                State.inUse("in use, verified")
                        .with(reference.select, reference.verify(reference.value));
        String[] guesses = new String[reference.tries + 1];
        java.util.Arrays.fill(guesses, reference.verify(reference.other));
        guesses[0] = reference.select;
        State blocked = State.filled("BLANK, blocked").after(guesses).with(reference.select);
        State unset = State.blank("BLANK, never set").with(reference.select);
        State set = State.filled("BLANK, set").with(reference.select);
        rows.add(name, file, unset, PowerCutRule.WHOLE, first);
        rows.add(name, file, set, PowerCutRule.WHOLE, other);
        rows.add(name, file, blocked, PowerCutRule.WHOLE, other);
        rows.add(name, file, all, PowerCutRule.NOTHING, other);
        rows.add(
                name, file, verified, holderMay ? PowerCutRule.WHOLE : PowerCutRule.NOTHING, other);
    }
}
