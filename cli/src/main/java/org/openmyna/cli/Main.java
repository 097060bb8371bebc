package org.openmyna.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Where {@code ./openmyna} enters the program. */
@Command(
        name = "openmyna",
        mixinStandardHelpOptions = true,
        version = "OpenMyna 0.1.0-SNAPSHOT",
        subcommands = {
            StartCommand.class,
            AgentCommand.class,
            AuthorityCommand.class,
            PlatformCommand.class,
            CardCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            DemoCommand.class,
            BenchCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, System.getenv(), arguments));
    }

    /**
     * Runs one command line.
     *
     * @return exit code: 0 done, 1 failed, 2 wrong usage
     */
    static int run(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            String... arguments) {
        return run(out, err, environment, Optional.empty(), arguments);
    }

    /** The same with somebody who listens to the cards. */
    static int run(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Optional<Tracer> tracer,
            String... arguments) {
        Language language = Languages.of(environment, arguments);
        var voice = new Voice(out, err, language, List.of(arguments).contains("--json"));
        var surroundings = new Surroundings(voice, environment, tracer);
        CommandLine commandLine = commandLine(surroundings);
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((failure, _, _) -> voice.failed(failure));
        commandLine.setParameterExceptionHandler(Main::wrongUsage);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine.execute(arguments);
    }

    /** All commands, with their words in the language of the voice. */
    static CommandLine commandLine(Surroundings surroundings) {
        var commandLine = new CommandLine(new Main(), new Factory(surroundings));
        ResourceBundle words = messages(surroundings.voice().language());
        commandLine.setResourceBundle(words);
        layOut(commandLine, words);
        return commandLine;
    }

    /** Help as people read it: a short first line, and options in the order of their meaning. */
    private static void layOut(CommandLine command, ResourceBundle words) {
        command.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .synopsisHeading(words.getString("usage.heading"))
                .commandListHeading(words.getString("usage.commands"));
        command.getSubcommands().values().forEach(each -> layOut(each, words));
    }

    static ResourceBundle messages(Language language) {
        Locale locale = language == Language.JAPANESE ? Locale.JAPANESE : Locale.ROOT;
        return ResourceBundle.getBundle(
                "org.openmyna.cli.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.usage(command.getErr());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public void run() {
        CommandLine.usage(Objects.requireNonNull(spec).commandLine(), System.out);
    }

    /** Gives each command its voice and its surroundings; picocli makes the rest. */
    private record Factory(Surroundings surroundings) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                var constructor = type.getDeclaredConstructor(Surroundings.class);
                return constructor.newInstance(surroundings);
            } catch (NoSuchMethodException plain) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
