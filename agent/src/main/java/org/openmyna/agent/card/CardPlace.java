package org.openmyna.agent.card;

/** Where a card lies. */
public sealed interface CardPlace {
    /** What a person calls it. */
    String label();

    /** In a reader of PC/SC, by its name. */
    record Reader(String label) implements CardPlace {}

    /** In the drawer of virtual cards, by its name. */
    record Drawer(String label) implements CardPlace {}

    /** For forms: tells places apart. */
    default String id() {
        return switch (this) {
            case Reader(String name) -> "reader " + name;
            case Drawer(String name) -> "drawer " + name;
        };
    }
}
