package org.openmyna.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.platform.Client;
import org.openmyna.server.platform.Party;
import org.openmyna.server.platform.PlatformRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform client list}: clients with their standing now. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class PlatformClientList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PARTY",
            descriptionKey = "option.platform.client.party")
    private @Nullable String party;

    PlatformClientList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        List<Client> clients = platform.with(surroundings, this::clients);
        if (clients.isEmpty()) voice.say("platform.client.none");
        PlatformView.printClients(voice, clients);
        voice.data(clients.stream().map(PlatformView::data).toList());
        return 0;
    }

    private List<Client> clients(PlatformRegister register) {
        if (party != null) return register.clientsOf(party);
        return register.parties().stream()
                .map(Party::id)
                .flatMap(each -> register.clientsOf(each).stream())
                .toList();
    }
}
