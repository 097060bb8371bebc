package org.openmyna.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openmyna authority}: the two certification authorities, operated by hand. */
@Command(
        name = "authority",
        mixinStandardHelpOptions = true,
        subcommands = {
            AuthorityGenerations.class,
            AuthorityCeremony.class,
            AuthorityIssue.class,
            AuthorityRevoke.class,
            AuthorityHold.class,
            AuthorityLift.class,
            AuthoritySearch.class,
            AuthorityUnfinished.class,
            AuthorityFinish.class,
            AuthorityDiscard.class,
            AuthorityLists.class,
            AuthorityLog.class,
            AuthorityCheck.class,
            AuthorityVerifier.class,
            AuthorityReaderUrl.class
        })
final class AuthorityCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    AuthorityCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, surroundings.voice().words("subcommand.missing"));
    }
}
