package org.openmyna.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform party approve}: under the law of its kind, from a day until a day. */
@Command(name = "approve", mixinStandardHelpOptions = true)
final class PlatformPartyApprove implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "ID", descriptionKey = "option.platform.party")
    private String id = "";

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "option.platform.from")
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "option.platform.until")
    private @Nullable LocalDate until;

    PlatformPartyApprove(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        return platform.with(
                surroundings,
                register -> {
                    boolean isNew =
                            register.approve(
                                    id, Optional.ofNullable(from), Optional.ofNullable(until));
                    voice.say(isNew ? "platform.party.approved" : "platform.party.approved-so", id);
                    PlatformView.print(voice, List.of(register.party(id)));
                    voice.data(PlatformView.data(register.party(id)));
                    return 0;
                });
    }
}
