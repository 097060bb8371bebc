package org.openmyna.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;
import org.openmyna.trust.authority.log.LogCheck;
import org.openmyna.trust.authority.log.LogHead;
import org.openmyna.trust.authority.log.StatusLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna authority log}: the append-only log that all answers come from. */
@Command(name = "log", mixinStandardHelpOptions = true)
final class AuthorityLog implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    /** What to do with it. */
    enum Act {
        VERIFY,
        HEAD,
        EXPORT
    }

    @Parameters(paramLabel = "verify|head|export", descriptionKey = "option.log.act")
    private Act act = Act.VERIFY;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.log.out")
    private @Nullable Path out;

    AuthorityLog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            StatusLog log = country.authorities().log();
            var _ = log.catchUp();
            return switch (act) {
                case VERIFY -> verify(voice, log);
                case HEAD -> head(voice, log.head(), out);
                case EXPORT -> export(voice, log);
            };
        }
    }

    private static int verify(Voice voice, StatusLog log) {
        var _ = log.head();
        return switch (log.verify()) {
            case LogCheck.Sound(long position, byte[] hash, long heads) -> {
                String hex = HexFormat.of().formatHex(hash);
                voice.say("authority.log.sound", position, heads, hex);
                voice.data(
                        Voice.object(
                                "sound", true, "position", position, "heads", heads, "hash", hex));
                yield 0;
            }
            case LogCheck.Broken(long position, var flaw) -> {
                String why =
                        voice.language() == Language.JAPANESE ? flaw.japanese() : flaw.english();
                voice.say("authority.log.broken", position, why);
                voice.data(Voice.object("sound", false, "position", position, "flaw", flaw));
                yield 1;
            }
        };
    }

    private static int head(Voice voice, LogHead head, @Nullable Path out) {
        if (out == null) voice.line(head.text().stripTrailing());
        else OutputFile.write(out, text(head.text()));
        voice.data(
                Voice.object(
                        "position", head.position(),
                        "hash", HexFormat.of().formatHex(head.hash()),
                        "signedAt", head.signedAt(),
                        "text", head.text()));
        return 0;
    }

    private int export(Voice voice, StatusLog log) {
        if (out == null && voice.speaksJson()) throw CommandFailed.missing("--out");
        if (out == null) {
            log.export(0, voice.stream());
            return 0;
        }
        write(log, out);
        voice.say("authority.log.exported", log.position(), out);
        voice.data(Voice.object("position", log.position(), "file", out));
        return 0;
    }

    /** All entries as text; the head and its key belong beside them. */
    static void write(StatusLog log, Path file) {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            log.export(0, stream);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(file, unwritable);
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
