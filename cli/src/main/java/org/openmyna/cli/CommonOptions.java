package org.openmyna.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command understands. */
final class CommonOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
    @Nullable Path data;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    @Option(names = "--lang", paramLabel = "ja|en", descriptionKey = "option.lang")
    @Nullable String language;
}
