package org.openmyna.card.applets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The table of commands while it is written: all rows of one application. */
final class PowerCutRows {

    static final Consumer<MapCard> NOTHING = card -> {};

    private final String application;
    private final List<PowerCutRow> rows;

    PowerCutRows(String application, List<PowerCutRow> rows) {
        this.application = application;
        this.rows = rows;
    }

    /** Every command of every application, and of the issuer channel. */
    static List<PowerCutRow> all() {
        List<PowerCutRow> all = new ArrayList<>();
        DomainRows.add(new PowerCutRows(PowerCutRow.DOMAIN, all));
        ChannelRows.add(new PowerCutRows(PowerCutRow.CHANNEL, all));
        for (CardMap application : CardMap.values()) {
            var rows = new PowerCutRows(application.toString(), all);
            ApplicationRows.add(application, rows);
            ReferenceRows.add(application, rows);
            KeyRows.add(application, rows);
        }
        return all;
    }

    /** A state of the card: its memory, and what is done with the power on. */
    record State(String words, Function<MapWorld, byte[]> image, Consumer<MapCard> before) {

        static State blank(String words) {
            return new State(words, world -> world.blank, NOTHING);
        }

        static State filled(String words) {
            return new State(words, world -> world.filled, NOTHING);
        }

        static State inUse(String words) {
            return new State(words, world -> world.inUse, NOTHING);
        }

        /** These commands come first, whatever they answer; what they write is kept. */
        State after(String... commands) {
            Map<MapWorld, byte[]> made = new ConcurrentHashMap<>();
            return new State(
                    words,
                    world ->
                            made.computeIfAbsent(
                                    world,
                                    w -> {
                                        MapCard card = new MapCard(w, image.apply(w));
                                        for (String command : commands) {
                                            card.send(command);
                                        }
                                        return card.image();
                                    }),
                    before);
        }

        /** The same, in each run, with the power on. */
        State with(String... commands) {
            return with(card -> {
                for (String command : commands) {
                    card.send(command);
                }
            });
        }

        State with(Consumer<MapCard> more) {
            return new State(words, image, before.andThen(more));
        }
    }

    void add(String command, String file, State state, PowerCutRule rule, String sent) {
        add(command, file, state, rule, card -> card.send(sent));
    }

    void add(String command, String file, State state, PowerCutRule rule, Consumer<MapCard> act) {
        row(command, file, state, rule, act, false);
    }

    /** All instructions of the class that are answered like one that does not exist. */
    void others(String command, State state, PowerCutRule rule, Consumer<MapCard> act) {
        row(command, "", state, rule, act, true);
    }

    private void row(
            String command,
            String file,
            State state,
            PowerCutRule rule,
            Consumer<MapCard> act,
            boolean others) {
        rows.add(
                new PowerCutRow(
                        application,
                        command,
                        file,
                        state.words(),
                        rule,
                        state.image(),
                        state.before(),
                        act,
                        others));
    }
}
