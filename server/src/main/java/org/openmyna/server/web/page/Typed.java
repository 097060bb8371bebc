package org.openmyna.server.web.page;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into a form. Full-width letters and digits are as good as half-width ones; what is
 * shown again is what was typed.
 */
public final class Typed {
    /** As long as a key set with the certificates of its keys. */
    private static final int LONGEST = 20_000;

    private final Map<String, String[]> values;
    private final boolean redraw;

    Typed(Map<String, String[]> values, boolean redraw) {
        this.values = Map.copyOf(values);
        this.redraw = redraw;
    }

    /** Nothing, as a fresh form has. */
    public static Typed nothing() {
        return new Typed(Map.of(), false);
    }

    /**
     * Whether somebody changed the language or the look in the middle of it: the form is to be
     * shown again as it is, and nothing is to be checked or done.
     */
    public boolean redraw() {
        return redraw;
    }

    /** As it was typed; empty if it was not. */
    public String as(String field) {
        List<String> all = all(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** All that were chosen. */
    public List<String> all(String field) {
        String[] typed = values.get(field);
        return typed == null
                ? List.of()
                : List.of(typed).stream()
                        .map(each -> each.length() > LONGEST ? each.substring(0, LONGEST) : each)
                        .toList();
    }

    /** Whether it was chosen. */
    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /** Without blanks at its ends; empty if nothing is left. */
    public Optional<String> text(String field) {
        String stripped = as(field).strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    /** Letters, digits and signs of ASCII in their usual width: for codes, dates and amounts. */
    public Optional<String> halfWidth(String field) {
        return text(field).map(typed -> Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
    }
}
