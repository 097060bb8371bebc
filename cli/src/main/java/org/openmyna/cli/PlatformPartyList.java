package org.openmyna.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.openmyna.server.platform.Party;
import org.openmyna.server.platform.PlatformRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna platform party list}: all parties with their standing now. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class PlatformPartyList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();

    PlatformPartyList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        List<Party> parties = platform.with(surroundings, PlatformRegister::parties);
        if (parties.isEmpty()) voice.say("platform.party.none");
        PlatformView.print(voice, parties);
        voice.data(parties.stream().map(PlatformView::data).toList());
        return 0;
    }
}
