package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna sign}: signs files with a card. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        subcommands = {SignCms.class, SignPdf.class, SignRaw.class})
final class SignCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    SignCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                surroundings.voice().words("subcommand.missing"));
    }
}
