package org.openmyna.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.chip.CardName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna card insert}: makes a card visible to every PC/SC program on this machine. */
@Command(name = "insert", mixinStandardHelpOptions = true)
final class CardInsert implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = CardHold.SURVIVE_POWER_LOSS, descriptionKey = "option.survive-power-loss")
    private boolean survivePowerLoss;

    @Option(names = CardHold.TRACE, descriptionKey = "option.insert.trace")
    private boolean trace;

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    CardInsert(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Voice voice = surroundings.voice();
        Path data = surroundings.dataDirectory(common.data);
        var country = surroundings.country(common);
        var cardName = new CardName(name);
        if (CardState.of(country, cardName) instanceof CardState.InReader(HolderNote holder)) {
            return inserted(voice, cardName, holder.reader());
        }
        Path log = data.resolve("cards").resolve(cardName + ".log");
        Process holder =
                new ProcessBuilder(commandLine(data, cardName))
                        .redirectInput(new File("/dev/null"))
                        .redirectError(log.toFile())
                        .start();
        String said;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            said = lines.readLine();
        }
        if (said == null || !said.startsWith(CardHold.INSERTED)) {
            String why = Files.readString(log).lines().findFirst().orElse("?");
            throw new CommandFailed(
                    CommandError.INSERT_FAILED, Map.of("card", cardName, "why", why, "log", log));
        }
        Files.deleteIfExists(log);
        return inserted(voice, cardName, said.substring(CardHold.INSERTED.length()));
    }

    private static int inserted(Voice voice, CardName name, String reader) {
        voice.say("card.insert.done", name.text(), reader);
        voice.data(Voice.object("card", name.text(), "reader", reader));
        return 0;
    }

    /**
     * The same Java and class path as this process; a session of its own where the system has one.
     */
    private List<String> commandLine(Path data, CardName name) {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) words.add("/usr/bin/setsid");
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "card",
                        "hold",
                        name.text(),
                        "--data",
                        data.toString(),
                        "--lang",
                        surroundings.voice().language().name().equals("JAPANESE") ? "ja" : "en"));
        if (trace) words.add(CardHold.TRACE);
        if (survivePowerLoss) words.add(CardHold.SURVIVE_POWER_LOSS);
        return words;
    }
}
