package org.openmyna.card.reader;

/** Keeps a card that answers byte by byte, or nothing for ever, from holding the reader. */
final class Dribble {
    private static final int PATIENCE = 16;
    private static final int FEWEST_BYTES = 16;

    private Dribble() {}

    /**
     * @throws AnswerEndless if after the first sixteen answers there are under sixteen bytes each
     */
    static void check(String command, int answers, int bytes) {
        if (answers > PATIENCE && bytes < answers * FEWEST_BYTES) throw new AnswerEndless(command);
    }
}
