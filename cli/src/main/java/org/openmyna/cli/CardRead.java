package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna card read}: what a card holds. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        subcommands = {
            CardReadText.class,
            CardReadNumber.class,
            CardReadFace.class,
            CardReadSerial.class,
            CardReadCertificates.class
        })
final class CardRead implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    CardRead(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                surroundings.voice().words("subcommand.missing"));
    }
}
