package org.openmyna.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform client suspend}: nobody logs in there. */
@Command(name = "suspend", mixinStandardHelpOptions = true)
final class PlatformClientSuspend implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();
    @Mixin private GroundOptions ground = new GroundOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "option.platform.client")
    private String id = "";

    PlatformClientSuspend(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        return platform.with(
                surroundings,
                register -> {
                    boolean isNew = register.suspendClient(id, ground.reason, ground.law);
                    voice.say(isNew ? "platform.client.suspended" : "platform.suspended-so", id);
                    voice.data(PlatformView.data(register.client(id)));
                    return 0;
                });
    }
}
