package org.openmyna.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform party suspend}: nobody logs in at any of its clients. */
@Command(name = "suspend", mixinStandardHelpOptions = true)
final class PlatformPartySuspend implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();
    @Mixin private GroundOptions ground = new GroundOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "option.platform.party")
    private String id = "";

    PlatformPartySuspend(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        return platform.with(
                surroundings,
                register -> {
                    boolean isNew = register.suspendParty(id, ground.reason, ground.law);
                    voice.say(isNew ? "platform.party.suspended" : "platform.suspended-so", id);
                    voice.data(PlatformView.data(register.party(id)));
                    return 0;
                });
    }
}
