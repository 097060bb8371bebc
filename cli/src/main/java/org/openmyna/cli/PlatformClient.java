package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna platform client}: the programs of a party that people log in to. */
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        subcommands = {
            PlatformClientAdd.class,
            PlatformClientSuspend.class,
            PlatformClientLift.class,
            PlatformClientList.class
        })
final class PlatformClient implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    PlatformClient(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                surroundings.voice().words("subcommand.missing"));
    }
}
