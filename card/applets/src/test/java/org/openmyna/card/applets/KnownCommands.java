package org.openmyna.card.applets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openmyna.card.applets.PowerCutSweep.Result;

/**
 * Which commands a card knows, found by asking it: all 256 instructions in four classes, in each
 * application and in a session of the issuer, in several states. Known is what is answered
 * differently from an instruction that does not exist.
 */
final class KnownCommands {

    private static final List<String> CLASSES = List.of("00", "80", "84", "08");

    /** Behind class and instruction. */
    private static final List<String> FORMS = List.of("0000", "000000", "00800131", "80000131");

    /** No application has it. */
    private static final int UNKNOWN = 0x01;

    private final String application;
    private final List<MapCard> cards;
    private final Set<String> names = new TreeSet<>();

    private KnownCommands(String application, List<MapCard> cards) {
        this.application = application;
        this.cards = cards;
    }

    /** Under the name that a row of the table has. */
    static String name(Result result) {
        String command = result.command();
        boolean others = result.row().others();
        return result.row().application()
                + " "
                + (others ? command.substring(0, 2) + " others" : command);
    }

    static Set<String> ofTheCard() {
        Set<String> all = new TreeSet<>();
        MapWorld world = MapWorld.OURS;
        for (CardMap application : CardMap.values()) {
            List<MapCard> cards = new ArrayList<>();
            for (byte[] image : List.of(world.blank, world.filled, world.inUse, world.inUse)) {
                MapCard card = new MapCard(world, image);
                card.send(application.select());
                cards.add(card);
            }
            ApplicationRows.verifyAll(cards.getLast(), application);
            all.addAll(new KnownCommands(application.toString(), cards).find());
        }
        all.addAll(
                new KnownCommands(CardMap.FORM_INPUT.toString(), List.of()).findProtected(world));
        List<MapCard> domains =
                List.of(
                        new MapCard(world, world.blank),
                        new MapCard(world, world.filled),
                        new MapCard(world, world.inUse));
        all.addAll(new KnownCommands(PowerCutRow.DOMAIN, domains).find());
        all.addAll(new KnownCommands(PowerCutRow.CHANNEL, List.of()).findInSession(world));
        return all;
    }

    private Set<String> find() {
        for (String commandClass : CLASSES) {
            find(commandClass, instruction -> plain(commandClass, instruction));
        }
        return names;
    }

    private interface Question {
        String ask(int instruction);
    }

    private void find(String commandClass, Question question) {
        String unknown = question.ask(UNKNOWN);
        if (!unknown.replace("6D00", "").replace("6E00", "").isBlank()) {
            names.add(application + " " + commandClass + " others");
        }
        for (int instruction = 0; instruction < 256; instruction++) {
            if (!question.ask(instruction).equals(unknown)) {
                names.add(application + " " + commandClass + "%02X".formatted(instruction));
            }
        }
    }

    private String plain(String commandClass, int instruction) {
        StringBuilder answers = new StringBuilder();
        for (MapCard card : cards) {
            for (String form : FORMS) {
                answers.append(statusWord(card.send(commandClass + hex(instruction) + form)))
                        .append(' ');
            }
        }
        return answers.toString();
    }

    private Set<String> findInSession(MapWorld world) {
        MapCard card = new MapCard(world, world.inUse);
        for (String commandClass : List.of("00", "80")) {
            find(
                    commandClass,
                    instruction -> {
                        card.openChannel();
                        return statusWord(card.send(commandClass + hex(instruction) + "0000"));
                    });
        }
        find(
                "84",
                instruction -> {
                    card.openChannel();
                    String right = card.inChannel(hex(instruction) + "0000", "");
                    card.openChannel();
                    return statusWord(right) + card.send("84" + hex(instruction) + "0000");
                });
        return names;
    }

    /** Without data objects a session of secure messaging goes on. */
    private Set<String> findProtected(MapWorld world) {
        MapCard card = new MapCard(world, world.inUse);
        ApplicationRows.startSession(card);
        find("08", instruction -> card.send("08" + hex(instruction) + "0000"));
        return names;
    }

    private static String hex(int instruction) {
        return "%02X".formatted(instruction);
    }

    private static String statusWord(String answer) {
        return answer.substring(answer.length() - 4);
    }
}
