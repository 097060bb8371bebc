package org.openmyna.trust.verifier;

/** One thing that is checked; the name and the clause are stable and go into evidence. */
public interface Check {
    /** Stable name, capitals and underscores. */
    String name();

    /** Where the check is demanded, such as {@code RFC 5280 6.1.3 (a)(1)}. */
    String clause();

    /** What holds when it passes, in Japanese. */
    String japanese();

    /** What holds when it passes, in English. */
    String english();
}
