package org.openmyna.server.counter;

import java.util.List;

/**
 * Questions that belong together.
 *
 * @param key its heading is {@code group.<key>}
 * @param number of the person it is about; 0 if that is clear
 */
record Group(String key, int number, List<Field> fields) {
    Group {
        fields = List.copyOf(fields);
    }

    static Group of(String key, Field... fields) {
        return new Group(key, 0, List.of(fields));
    }
}
