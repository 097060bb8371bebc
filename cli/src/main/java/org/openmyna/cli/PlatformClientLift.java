package org.openmyna.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform client lift}: ends the suspension of a client. */
@Command(name = "lift", mixinStandardHelpOptions = true)
final class PlatformClientLift implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "option.platform.client")
    private String id = "";

    PlatformClientLift(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        return platform.with(
                surroundings,
                register -> {
                    boolean isNew = register.liftClient(id);
                    voice.say(isNew ? "platform.lifted" : "platform.not-suspended", id);
                    voice.data(PlatformView.data(register.client(id)));
                    return 0;
                });
    }
}
