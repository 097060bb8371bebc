package org.openmyna.card.chip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process for ever: its number and the tick at which it started, so that a number given again
 * to another process is not mistaken for it.
 */
record ProcessId(long pid, long startTick) {
    /** Where start tick stands behind the name in /proc/PID/stat, see proc(5): field 22 of all. */
    private static final int START_TICK_BEHIND_NAME = 22 - 3;

    private static final String ENDED_BUT_NOT_COLLECTED = "Z";

    /** The process that runs under this number now; empty if none does. */
    static Optional<ProcessId> running(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return behindName[0].equals(ENDED_BUT_NOT_COLLECTED)
                    ? Optional.empty()
                    : Optional.of(
                            new ProcessId(pid, Long.parseLong(behindName[START_TICK_BEHIND_NAME])));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    boolean lives() {
        return running(pid).equals(Optional.of(this));
    }

    @Override
    public String toString() {
        return pid + " " + startTick;
    }

    static ProcessId parse(String text) {
        int blank = text.indexOf(' ');
        return new ProcessId(
                Long.parseLong(text.substring(0, blank)),
                Long.parseLong(text.substring(blank + 1)));
    }
}
