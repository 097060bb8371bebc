package org.openmyna.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells a demo step by step: what was proved, by which program, and how long it took. */
final class Story {
    private final Voice voice;
    private final Evidence evidence;
    private final long began = System.nanoTime();
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private List<Object> proofs = new ArrayList<>();
    private int made;
    private int failed;
    private int leftOut;

    Story(Voice voice, Evidence evidence) {
        this.voice = voice;
        this.evidence = evidence;
    }

    /** A chapter of the story. */
    interface Chapter {
        void tell() throws Exception;
    }

    /** Tells one chapter and its time; what it throws counts as a failed proof. */
    void chapter(String key, Chapter chapter) {
        proofs = new ArrayList<>();
        voice.line("");
        voice.line((steps.size() + 1) + ". " + voice.words(key));
        long from = System.nanoTime();
        try {
            chapter.tell();
        } catch (Exception broken) { // any failure of a step is told, and the demo ends with 1
            if (broken instanceof InterruptedException) Thread.currentThread().interrupt();
            note(false, broken.getMessage() + "", "OpenMyna");
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        voice.line("   " + voice.words("demo.time", "%.2f".formatted(seconds)));
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", voice.words(key));
        step.put("seconds", Math.round(seconds * 1000) / 1000.0);
        step.put("proofs", proofs);
        steps.add(step);
    }

    /** Something that our own programs have shown. */
    void proved(boolean holds, String key, Object... values) {
        note(holds, voice.words(key, values), "OpenMyna");
    }

    /** Lets an outside program judge; it must succeed. The command is kept as evidence. */
    void outside(String key, Predicate<String> output, List<String> command) {
        evidence.check(voice.words(key), command, true);
        judge(voice.words(key), true, output, command);
    }

    /** The same for what can only be judged now, while a server runs: not kept as evidence. */
    void outsideNow(String key, Predicate<String> output, List<String> command) {
        judge(voice.words(key), true, output, command);
    }

    /** Lets an outside program judge; it must refuse. The command is kept as evidence. */
    void refusedOutside(String key, Predicate<String> output, List<String> command) {
        evidence.check(voice.words(key), command, false);
        judge(voice.words(key), false, output, command);
    }

    /** Lets a card program judge; the evidence runs it with the kept card in a reader. */
    void withCard(String key, Predicate<String> output, List<String> command) {
        evidence.checkWithCard(voice.words(key), command);
        judge(voice.words(key), true, output, command);
    }

    private void judge(
            String what, boolean mustSucceed, Predicate<String> output, List<String> command) {
        String program = command.getFirst();
        Optional<OutsideProgram> found = OutsideProgram.find(program);
        if (found.isEmpty()) {
            leftOut(what, program);
            return;
        }
        OutsideProgram.Result result =
                found.get().run(directory(), command.subList(1, command.size()));
        boolean holds = result.succeeded() == mustSucceed && output.test(result.output());
        note(holds, what, program);
        if (!holds) voice.line(result.output().indent(6).stripTrailing());
    }

    /** A proof that needs a program which this machine lacks. */
    void leftOut(String what, String program) {
        leftOut++;
        missing.add(program);
        voice.line("   - " + what + "  [" + voice.words("demo.left-out", program) + "]");
        proofs.add(Map.of("what", what, "by", program, "result", "left out"));
    }

    Path directory() {
        return evidence.directory();
    }

    /**
     * Says what it all came to.
     *
     * @return whether everything that could be proved was proved
     */
    boolean end() {
        evidence.writeScript();
        double seconds = (System.nanoTime() - began) / 1e9;
        voice.line("");
        voice.say("demo.end", made - failed, failed, leftOut, "%.1f".formatted(seconds));
        if (!missing.isEmpty()) voice.say("demo.how-to-get", String.join(", ", missing));
        if (evidence.isKept()) voice.say("demo.evidence", directory());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("proved", made - failed);
        data.put("failed", failed);
        data.put("leftOut", leftOut);
        data.put("seconds", Math.round(seconds * 1000) / 1000.0);
        data.put("steps", steps);
        voice.data(data);
        return failed == 0;
    }

    private void note(boolean holds, String what, String by) {
        made++;
        if (!holds) failed++;
        voice.line("   " + (holds ? "✓ " : "✗ ") + what + "  [" + by + "]");
        proofs.add(Map.of("what", what, "by", by, "result", holds ? "proved" : "failed"));
    }
}
