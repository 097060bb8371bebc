package org.openmyna.server.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmyna.server.web.page.Typed;

/** What stands in the fields of a form: what was typed, or before that what is there already. */
final class Sheet {
    private final Typed typed;
    private final Map<String, List<String>> before;
    private final boolean sent;

    private Sheet(Typed typed, Map<String, List<String>> before, boolean sent) {
        this.typed = typed;
        this.before = before;
        this.sent = sent;
    }

    /** A fresh form. */
    static Sheet fresh(Map<String, String> before) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        before.forEach((name, value) -> values.put(name, List.of(value)));
        return new Sheet(Typed.nothing(), values, false);
    }

    static Sheet of(Typed typed) {
        return new Sheet(typed, Map.of(), true);
    }

    /** As it was typed; empty if nothing was. */
    String value(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    List<String> all(String name) {
        return sent ? typed.all(name) : before.getOrDefault(name, List.of());
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }

    Typed typed() {
        return typed;
    }

    boolean redraw() {
        return typed.redraw();
    }
}
