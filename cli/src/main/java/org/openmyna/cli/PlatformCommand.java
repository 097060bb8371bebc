package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna platform}: the approval register of the platform, operated by hand. */
@Command(
        name = "platform",
        mixinStandardHelpOptions = true,
        subcommands = {PlatformParty.class, PlatformClient.class})
final class PlatformCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    PlatformCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                surroundings.voice().words("subcommand.missing"));
    }
}
