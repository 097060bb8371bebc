package org.openmyna.trust.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects what was found; more than a hundred help nobody. */
final class Findings {
    private static final int MOST = 100;
    private final List<Finding> all = new ArrayList<>(0);

    void add(Rule rule, String field, String expected, String found) {
        if (all.size() < MOST) {
            RuleText text = rule.text();
            all.add(
                    new Finding(
                            text.code(),
                            field,
                            expected,
                            found,
                            text.clause(),
                            text.japanese(),
                            text.english()));
        }
    }

    /** Runs one step; what it cannot read becomes a finding about its field. */
    void reading(String field, Step step) {
        try {
            step.run();
        } catch (DerMalformed e) {
            add(CertificateRule.STRICT_DER, field, e.expected(), e.found());
        }
    }

    /** Reads a part and tells what it found. */
    @FunctionalInterface
    interface Step {
        void run() throws DerMalformed;
    }

    int count() {
        return all.size();
    }

    List<Finding> list() {
        return List.copyOf(all);
    }
}
