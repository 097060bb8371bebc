package org.openmyna.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform party lift}: ends the suspension of a party. */
@Command(name = "lift", mixinStandardHelpOptions = true)
final class PlatformPartyLift implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "option.platform.party")
    private String id = "";

    PlatformPartyLift(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        return platform.with(
                surroundings,
                register -> {
                    boolean isNew = register.liftParty(id);
                    voice.say(isNew ? "platform.lifted" : "platform.not-suspended", id);
                    voice.data(PlatformView.data(register.party(id)));
                    return 0;
                });
    }
}
