package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands and answers, one exchange a line: {@code command → answer}. {@code …} in an answer
 * stands for any octets.
 */
final class Trace {

    private Trace() {}

    static void replay(TestCard card, String lines) {
        for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            String[] sides = line.split("→");
            String expected = sides[1].replace(" ", "").replace("…", "(?:[0-9A-F]{2})*");
            assertThat(card.send(sides[0])).as(line).matches(expected);
        }
    }
}
