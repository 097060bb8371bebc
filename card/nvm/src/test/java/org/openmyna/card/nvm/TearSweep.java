package org.openmyna.card.nvm;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.openmyna.card.nvm.specimen.Book;

/**
 * Cuts the power before write 0, 1, 2 … of a command, until the command gets through, and powers
 * each torn image on again.
 *
 * @param points how many cuts were made
 * @param outcomes what the cards read afterwards
 * @param refused how many torn images were refused at power-on
 * @param live what the objects in RAM read after the undisturbed command
 */
record TearSweep(int points, Set<String> outcomes, int refused, String live) {
    static TearSweep of(TestCard card, Consumer<Book> command) {
        Set<String> outcomes = new LinkedHashSet<>();
        int refused = 0;
        for (int cut = 0; ; cut++) {
            TestCard torn = card.copy();
            boolean done = torn.survives(command, cut);
            try {
                TestCard again = torn.copy();
                outcomes.add(again.read());
                outcomes.add(again.copy().read());
            } catch (RuntimeException damaged) {
                refused++;
            }
            if (done) {
                return new TearSweep(cut, outcomes, refused, torn.read());
            }
        }
    }
}
