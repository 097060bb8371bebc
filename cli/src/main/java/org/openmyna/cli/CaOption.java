package org.openmyna.cli;

import org.openmyna.trust.profile.CaKind;
import picocli.CommandLine.Option;

/** Which of the two CAs, for commands that must know. */
final class CaOption {
    @Option(
            names = "--ca",
            required = true,
            paramLabel = "signature|login",
            descriptionKey = "option.ca")
    private AuthorityOptions.Ca ca = AuthorityOptions.Ca.SIGNATURE;

    CaKind kind() {
        return ca.kind();
    }
}
