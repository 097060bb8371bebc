package org.openmyna.card.applets;

import java.util.regex.Pattern;

/**
 * What may be seen after a power cut in a command, and in which order from the first write to the
 * last: {@code O} as before, {@code T} one try of a reference fewer, {@code C} one try of the
 * channel fewer, {@code K} the key is gone, {@code N} as after the whole command.
 */
enum PowerCutRule {
    NOTHING("writes nothing", "", "", false),
    WHOLE("all or nothing", "O+N*", "new", true),
    WRONG_GUESS("paid before it is compared", "O+N*", "one try fewer", true),
    RIGHT_GUESS("paid before it is compared, given back afterwards", "O+T+O*", "as before", false),
    RIGHT_GUESS_AFTER_WRONG_ONES(
            "paid before it is compared, given back afterwards", "O+T+N*", "all tries", true),
    KEY("the old key, no key or the new one", "O+K*N*", "new", true),
    UNSEEN(
            "nobody sees a difference; the next power-on or session erases the rest",
            "O+",
            "",
            false),
    WRONG_MAC("paid before it is compared", "O+N*", "one channel try fewer", true),
    RIGHT_MAC(
            "the channel pays a try before it compares the MAC, and gets it back",
            "O+C+O*",
            "as before",
            false),
    RIGHT_MAC_AFTER_WRONG_ONES(
            "the channel pays a try before it compares the MAC, and gets it back",
            "O+C+N*",
            "all channel tries",
            true),
    DRAFT("the channel pays; a draft does not outlive its session", "O+C+O+", "as before", false),
    CHANNEL_WHOLE("the channel pays; then all or nothing", "O+C+O+N*", "new", true),
    CHANNEL_END("the channel pays; then final", "O+C+O+N+", "terminated", true),
    END("final: power-on goes on with the erasure", "O+N+", "terminated", true),
    AFTER_THE_END("final: power-on goes on with the erasure", "O+", "", false);

    /** In words for the reader of the map. */
    final String words;

    private final Pattern order;

    /** What the card is when the command got through. */
    final String done;

    /** Whether the whole command makes a difference that outlives the power. */
    final boolean changes;

    PowerCutRule(String words, String order, String done, boolean changes) {
        this.words = words;
        this.order = Pattern.compile(order);
        this.done = done;
        this.changes = changes;
    }

    boolean allows(String outcomes) {
        return order.matcher(outcomes).matches();
    }

    String words(char outcome) {
        return switch (outcome) {
            case 'O' -> this == AFTER_THE_END ? "terminated" : "as before";
            case 'T' -> "one try fewer";
            case 'C' -> "one channel try fewer";
            case 'K' -> "no key";
            case 'N' -> done;
            default -> throw new AssertionError("illegal outcome");
        };
    }
}
