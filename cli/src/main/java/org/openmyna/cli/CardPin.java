package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna card pin}: PINs, by their holder or by the municipal counter. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        subcommands = {CardPinChange.class, CardPinSet.class, CardPinUnlock.class})
final class CardPin implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    CardPin(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                surroundings.voice().words("subcommand.missing"));
    }
}
