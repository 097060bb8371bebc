package org.openmyna.cli;

import picocli.CommandLine.Option;

/** Why a party or a client is suspended. */
final class GroundOptions {
    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            descriptionKey = "option.platform.reason")
    String reason = "";

    @Option(
            names = "--law",
            required = true,
            paramLabel = "TEXT",
            descriptionKey = "option.platform.law")
    String law = "";
}
