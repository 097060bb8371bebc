package org.openmyna.agent.page;

import java.util.List;

/**
 * What is said above a page once.
 *
 * @param key of its text
 */
public record Notice(String key, List<Object> values) {
    public Notice {
        values = List.copyOf(values);
    }

    public static Notice of(String key, Object... values) {
        return new Notice(key, List.of(values));
    }
}
