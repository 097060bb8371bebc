package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna card}: virtual cards. */
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        subcommands = {
            CardNew.class,
            CardList.class,
            CardShow.class,
            CardInsert.class,
            CardEject.class,
            CardStatus.class,
            CardRead.class,
            CardPin.class,
            CardCheck.class,
            CardTrace.class,
            CardPersonalize.class,
            CardUpdate.class,
            CardTerminate.class,
            CardPrint.class,
            CardAttack.class,
            CardHold.class
        })
final class CardCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    CardCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, surroundings.voice().words("subcommand.missing"));
    }
}
