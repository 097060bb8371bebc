package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna platform party}: who may ask for logins, from when until when. */
@Command(
        name = "party",
        mixinStandardHelpOptions = true,
        subcommands = {
            PlatformPartyAdd.class,
            PlatformPartyApprove.class,
            PlatformPartySuspend.class,
            PlatformPartyLift.class,
            PlatformPartyList.class
        })
final class PlatformParty implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    PlatformParty(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                surroundings.voice().words("subcommand.missing"));
    }
}
