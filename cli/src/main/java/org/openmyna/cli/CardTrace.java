package org.openmyna.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardName;
import org.openmyna.kernel.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code openmyna card trace}: runs another command and explains what it says to the card; or, with
 * the name of a card, prints what was said while {@code card insert --trace} held it.
 */
@Command(name = "trace", mixinStandardHelpOptions = true)
final class CardTrace implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--bytes", descriptionKey = "option.trace.bytes")
    private boolean bytes;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.trace.out")
    private @Nullable Path out;

    @Parameters(paramLabel = "NAME | -- COMMAND", arity = "1..*", descriptionKey = "trace.what")
    private List<String> words = List.of();

    CardTrace(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CommandLine root = Objects.requireNonNull(spec).root().commandLine();
        boolean command = root.getSubcommands().containsKey(words.getFirst());
        if (words.size() == 1 && !command) return print(new CardName(words.getFirst()));
        return run();
    }

    private int run() {
        if (out == null) return run(surroundings.voice().side());
        try (var file = new PrintStream(out.toFile(), StandardCharsets.UTF_8)) {
            int code = run(file);
            if (file.checkError()) {
                throw CommandFailed.unusable(out, new IOException("写せない / write failed"));
            }
            return code;
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(out, unwritable);
        }
    }

    private int run(PrintStream to) {
        Voice voice = surroundings.voice();
        Map<String, String> environment = new HashMap<>(surroundings.environment());
        environment.put("OPENMYNA_LANG", voice.language() == Language.JAPANESE ? "ja" : "en");
        environment.put("OPENMYNA_HOME", surroundings.dataDirectory(common.data).toString());
        Tracer.Form form =
                common.json
                        ? Tracer.Form.JSON
                        : bytes ? Tracer.Form.WORDS_AND_BYTES : Tracer.Form.WORDS;
        var tracer = new Tracer(voice.language(), form, to::println);
        return voice.run(environment, Optional.of(tracer), words.toArray(String[]::new));
    }

    private int print(CardName name) {
        Voice voice = surroundings.voice();
        TraceLog log = TraceLog.of(surroundings.country(common).drawer(), name);
        List<String> lines = log.lines();
        if (lines.isEmpty()) {
            throw new CommandFailed(CommandError.NO_TRACE, Map.of("card", name));
        }
        List<String> wanted =
                lines.stream().filter(line -> bytes || !TraceLog.isBytes(line)).toList();
        if (out != null) {
            try {
                Files.write(out, wanted);
            } catch (IOException unwritable) {
                throw CommandFailed.unusable(out, unwritable);
            }
        } else {
            wanted.forEach(voice::line);
        }
        voice.data(wanted);
        return 0;
    }
}
