package org.openmyna.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.agent.AgentSettings;
import org.openmyna.kernel.MynaException;
import org.openmyna.server.OpenMynaServer;
import org.openmyna.server.RunningServer;
import org.openmyna.server.ServerRole;
import org.openmyna.server.ServerSettings;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.machine.Progress;
import org.openmyna.server.web.Origin;
import org.openmyna.trust.authority.ocsp.OcspAccess;
import org.openmyna.trust.authority.ocsp.OcspMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna start}: the server, until it is told to stop. */
@Command(name = "start", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.start.port")
    private int port = USUAL_PORT;

    @Option(names = "--tls-port", paramLabel = "N", descriptionKey = "option.start.tls-port")
    private @Nullable Integer tlsPort;

    @Option(names = "--agent-port", paramLabel = "N", descriptionKey = "option.start.agent-port")
    private @Nullable Integer agentPort;

    @Option(names = "--db", paramLabel = "URL", descriptionKey = "option.db")
    private @Nullable String database;

    @Option(
            names = "--roles",
            paramLabel = "ROLE[,ROLE…]",
            split = ",",
            descriptionKey = "option.start.roles")
    private List<Role> roles = List.of(Role.ALL);

    @Option(names = "--residents", paramLabel = "N", descriptionKey = "option.start.residents")
    private @Nullable Integer residents;

    @Option(names = "--ocsp", paramLabel = "presigned|fresh", descriptionKey = "option.start.ocsp")
    private OcspMode ocsp = OcspMode.PRESIGNED;

    @Option(
            names = "--verifiers",
            paramLabel = "open|registered",
            descriptionKey = "option.start.verifiers")
    private OcspAccess verifiers = OcspAccess.OPEN;

    /** For the launcher alone: start, answer a few questions, end. */
    @Option(names = "--rehearsal", hidden = true)
    private boolean rehearsal;

    StartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** As the option has them: the server's roles, or all of them. */
    enum Role {
        AUTHORITY(Set.of(ServerRole.AUTHORITY, ServerRole.OCSP)),
        OCSP(Set.of(ServerRole.OCSP)),
        RESIDENTS(Set.of(ServerRole.RESIDENTS)),
        NUMBERS(Set.of(ServerRole.NUMBERS)),
        CARDS(Set.of(ServerRole.CARDS)),
        COUNTER(Set.of(ServerRole.COUNTER)),
        PLATFORM(Set.of(ServerRole.PLATFORM)),
        SANDBOX(Set.of(ServerRole.SANDBOX)),
        ALL(ServerRole.ALL);

        private final Set<ServerRole> played;

        Role(Set<ServerRole> played) {
            this.played = played;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Voice voice = surroundings.voice();
        // told to stop, the program ends here, and the server after what it is doing
        try (var stopped = new UntilStopped()) {
            run(voice, stopped);
        }
        return 0;
    }

    private void run(Voice voice, UntilStopped stopped) throws InterruptedException {
        try (RunningServer server = OpenMynaServer.start(settings(voice))) {
            tell(voice, server);
            tellLauncher();
            if (rehearsal) {
                Rehearsal.with(server.address());
            } else {
                stopped.await();
            }
        } catch (MynaException failed) {
            if (!stopped.isTold()) throw failed;
        }
    }

    /** The launcher waits for this file, if it waits. */
    private void tellLauncher() {
        String file = surroundings.environment().getOrDefault("OPENMYNA_READY", "");
        if (file.isEmpty()) return;
        try {
            Files.createFile(Path.of(file));
        } catch (IOException nobodyWaits) {
            // then the next start is as slow as this one
            return;
        }
    }

    private ServerSettings settings(Voice voice) {
        ServerSettings settings =
                ServerSettings.in(surroundings.dataDirectory(common.data))
                        .withPort(port)
                        .withRoles(
                                roles.stream()
                                        .flatMap(role -> role.played.stream())
                                        .collect(Collectors.toSet()))
                        .with(ocsp)
                        .with(verifiers)
                        .with(new Told(voice));
        for (Organisation each : Organisation.values()) {
            String elsewhere = System.getProperty("openmyna.remote." + each.id(), "");
            if (!elsewhere.isEmpty()) settings = settings.withRemote(each, address(elsewhere));
        }
        String agent = System.getProperty("openmyna.agent", "");
        if (!agent.isEmpty()) settings = settings.withAgent(URI.create(agent));
        if (tlsPort != null) settings = settings.withTlsPort(tlsPort);
        if (settings.roles().contains(ServerRole.SANDBOX)) {
            settings = settings.withAgentPort(agentPort());
        }
        if (residents != null) settings = settings.withResidents(residents);
        return surroundings.databaseUrl(database).map(settings::withDatabase).orElse(settings);
    }

    /** A server at any free port wants no fixed one for its agent either. */
    private int agentPort() {
        if (agentPort != null) return agentPort;
        return port == 0 ? 0 : AgentSettings.USUAL_PORT;
    }

    /** What is no address is refused by the settings, under its name. */
    private static URI address(String text) {
        return text.matches("https://[a-zA-Z0-9.-]+(:[0-9]+)?/?")
                ? URI.create(text)
                : URI.create("?");
    }

    /** What the first start makes, a line each. */
    private record Told(Voice voice) implements Progress {
        @Override
        public void begins(Step step) {
            voice.aside(
                    switch (step) {
                        case DATABASE -> "start.makes.database";
                        case AUTHORITIES -> "start.makes.authorities";
                        case RESIDENTS -> "start.makes.residents";
                    });
        }

        @Override
        public void residentsKept(long there, int asked) {
            voice.aside("start.residents-kept", there, asked);
        }
    }

    /** Where people find a page; empty if this machine has no screens of that origin. */
    private static String served(RunningServer server, Origin origin, String page) {
        boolean here = server.screens().stream().anyMatch(each -> each.origin() == origin);
        String name = origin.name().toLowerCase(Locale.ROOT);
        return here ? "http://" + name + ".localhost:" + server.address().getPort() + page : "";
    }

    private void tell(Voice voice, RunningServer server) {
        int taken = server.address().getPort();
        String authority = "http://authority.localhost:" + taken;
        String health = server.address() + "/actuator/health";
        String answers = "http://ocsp.authority.localhost:" + taken + "/";
        String sandbox = served(server, Origin.SANDBOX, "");
        String counter = served(server, Origin.COUNTER, "");
        // whoever registers services there plays in the sandbox
        String developer = sandbox.isEmpty() ? "" : served(server, Origin.PLATFORM, "/developer");
        voice.say("start.ready", server.address());
        if (!sandbox.isEmpty()) voice.say("start.sandbox", sandbox);
        if (!counter.isEmpty()) voice.say("start.counter", counter);
        if (!developer.isEmpty()) voice.say("start.developer", developer);
        voice.say("start.authority", authority);
        voice.say("start.ocsp", answers);
        server.tlsAddress().ifPresent(address -> voice.say("start.tls", address));
        server.agentAddress().ifPresent(address -> voice.say("start.agent", address));
        voice.say("start.health", health, server.log());
        voice.say("start.stop");
        voice.data(
                Voice.object(
                        "address",
                        server.address(),
                        "authority",
                        authority,
                        "ocsp",
                        answers,
                        "sandbox",
                        sandbox,
                        "counter",
                        counter,
                        "developer",
                        developer,
                        "health",
                        health,
                        "tls",
                        server.tlsAddress().map(Object::toString).orElse(""),
                        "agent",
                        server.agentAddress().map(Object::toString).orElse(""),
                        "roles",
                        Stream.of(Role.values()).filter(roles::contains).map(Role::name).toList(),
                        "log",
                        server.log()));
    }
}
