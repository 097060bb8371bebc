package org.openmyna.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.checker.Checker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code openmyna authority check}: lays out log, head, lists and fresh OCSP answers in a folder,
 * and lets the independent checker compare them.
 */
@Command(name = "check", mixinStandardHelpOptions = true)
final class AuthorityCheck implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.check.out")
    private @Nullable Path out;

    @Option(names = "--answers", paramLabel = "N", descriptionKey = "option.check.answers")
    private int answers = 20;

    AuthorityCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        Path folder =
                OutputFile.folder(
                        out == null
                                ? surroundings.dataDirectory(common.data).resolve("check")
                                : out);
        try (var country = surroundings.country(common, authority)) {
            new CheckFolder(folder).fill(country.authorities(), answers);
        }
        int code = new Checker(voice.side()).run(folder.toString());
        voice.say(code == 0 ? "authority.check.agrees" : "authority.check.differs", folder);
        voice.data(Voice.object("agrees", code == 0, "folder", folder, "files", files(folder)));
        return code;
    }

    private static List<String> files(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }
}
