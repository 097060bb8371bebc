package org.openmyna.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.platform.PartyKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform party add}: enters a party, which is not approved yet. */
@Command(name = "add", mixinStandardHelpOptions = true)
final class PlatformPartyAdd implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "option.platform.party.new")
    private String id = "";

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            descriptionKey = "option.platform.kind")
    private PartyKind kind = PartyKind.SERVICE_PROVIDER;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "TEXT",
            descriptionKey = "option.platform.name")
    private String name = "";

    @Option(names = "--name-en", paramLabel = "TEXT", descriptionKey = "option.platform.name-en")
    private @Nullable String nameEn;

    PlatformPartyAdd(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        return platform.with(
                surroundings,
                register -> {
                    boolean isNew =
                            register.addParty(id, kind, name, nameEn == null ? name : nameEn);
                    voice.say(isNew ? "platform.party.added" : "platform.party.there", id);
                    voice.data(PlatformView.data(register.party(id)));
                    return 0;
                });
    }
}
