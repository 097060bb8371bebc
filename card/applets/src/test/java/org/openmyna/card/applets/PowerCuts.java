package org.openmyna.card.applets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openmyna.card.nvm.PowerLoss;

/**
 * What a card looks like after its power was cut before write 0, 1, 2 … of a command.
 *
 * @param before without the command
 * @param torn one look for each cut
 * @param done with the command
 */
record PowerCuts<S>(S before, List<S> torn, S done) {

    /**
     * Cuts in the last command, whatever it answers; each look has a card of its own, powered on
     * again.
     */
    static <S> PowerCuts<S> in(OwnCard start, Function<OwnCard, S> look, String... commands) {
        OwnCard untouched = prepared(start, commands);
        S before = look.apply(untouched.copy());
        List<S> torn = new ArrayList<>();
        for (int writes = 0; ; writes++) {
            OwnCard card = prepared(start, commands);
            card.memory().cutPowerAfter(writes);
            try {
                card.send(commands[commands.length - 1]);
                card.memory().restorePower();
                return new PowerCuts<>(before, torn, look.apply(card.copy()));
            } catch (PowerLoss cut) {
                torn.add(look.apply(card.copy()));
            }
        }
    }

    private static OwnCard prepared(OwnCard start, String... commands) {
        OwnCard card = start.copy();
        for (int n = 0; n < commands.length - 1; n++) {
            Personalisation.accepted(card, commands[n]);
        }
        return card;
    }
}
