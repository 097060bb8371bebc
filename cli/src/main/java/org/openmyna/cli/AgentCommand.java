package org.openmyna.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openmyna.agent.AgentSettings;
import org.openmyna.agent.CardAgent;
import org.openmyna.server.clock.LegalClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna agent}: the card agent on this machine, until it is told to stop. */
@Command(name = "agent", mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {
    /** Of a server on this machine that nobody told to listen elsewhere. */
    private static final String USUAL_PLATFORM = "http://platform.localhost:8080/api/realms/main";

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.agent.port")
    private int port = AgentSettings.USUAL_PORT;

    @Option(names = "--platform", paramLabel = "ISSUER", descriptionKey = "option.agent.platform")
    private List<String> platforms = List.of(USUAL_PLATFORM);

    @Option(names = "--shared", descriptionKey = "option.agent.shared")
    private boolean shared;

    AgentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Voice voice = surroundings.voice();
        Path data = surroundings.dataDirectory(common.data);
        Set<String> trusted = new LinkedHashSet<>(platforms);
        AgentSettings settings =
                AgentSettings.in(data)
                        .withPort(port)
                        .withPlatforms(trusted)
                        .withShared(shared)
                        .withLegalTime(LegalClock.in(data, Instant::now));
        try (var stopped = new UntilStopped();
                CardAgent agent = CardAgent.start(settings)) {
            voice.say("agent.ready", agent.address());
            trusted.forEach(issuer -> voice.say("agent.platform", issuer));
            voice.say("start.stop");
            voice.data(Voice.object("address", agent.address(), "platforms", trusted));
            stopped.await();
        }
        return 0;
    }
}
