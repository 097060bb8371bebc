package org.openmyna.trust.authority.crl;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The newest list of every kind.
 *
 * @param lists in the order of generation and point
 */
public record PublishedIndex(List<PublishedList> lists) {
    /** The name under which the folder has it. */
    public static final String NAME = "index.json";

    public PublishedIndex {
        lists = List.copyOf(lists);
    }

    /** The newest list of a name. */
    public Optional<PublishedList> named(String name) {
        return lists.stream().filter(list -> list.name().equals(name)).findFirst();
    }

    /** The same as JSON: an object whose {@code lists} is an array, times as ISO 8601 in UTC. */
    public String json() {
        return lists.stream()
                .map(PublishedIndex::json)
                .collect(Collectors.joining(",\n", "{\"lists\": [\n", "\n]}\n"));
    }

    private static String json(PublishedList list) {
        return """
        {"name": %s, "file": %s, "generation": %d, "point": %s, "number": %d, "position": %d, \
        "thisUpdate": "%s", "nextUpdate": "%s", "entries": %d, "bytes": %d, "sha256": "%s"}\
        """
                .formatted(
                        text(list.name()),
                        text(String.valueOf(list.file().getFileName())),
                        list.generation(),
                        text(list.point()),
                        list.number(),
                        list.position(),
                        list.thisUpdate(),
                        list.nextUpdate(),
                        list.entries(),
                        list.bytes(),
                        HexFormat.of().formatHex(list.sha256()));
    }

    /** RFC 8259 7. */
    private static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int n = 0; n < value.length(); n++) {
            char c = value.charAt(n);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
