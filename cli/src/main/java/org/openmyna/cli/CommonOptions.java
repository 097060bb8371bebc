package org.openmyna.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command understands; its help has them behind its own. */
final class CommonOptions {
    @Option(order = 91, names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
    @Nullable Path data;

    @Option(order = 92, names = "--json", descriptionKey = "option.json")
    boolean json;

    @Option(order = 93, names = "--lang", paramLabel = "ja|en", descriptionKey = "option.lang")
    @Nullable String language;
}
