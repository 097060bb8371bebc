package org.openmyna.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.documents.CmsSignatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna sign cms}: a CMS signature (RFC 5652) with the signature key of a card. */
@Command(name = "cms", mixinStandardHelpOptions = true)
final class SignCms implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "sign.file")
    private Path file = Path.of("");

    @Option(names = "--detached", descriptionKey = "option.detached")
    private boolean detached;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            descriptionKey = "option.out")
    private @Nullable Path out;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable String passwordFile;

    @Option(names = "--password", paramLabel = "PASSWORD", descriptionKey = "option.password")
    private @Nullable String password;

    @Option(names = "--last-try", descriptionKey = "option.last-try")
    private boolean lastTry;

    SignCms(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        Path target = out != null ? out : Path.of(file + (detached ? ".p7s" : ".p7m"));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CommandFailed.unusable(file, new NoSuchFileException(file.toString()));
        }
        try (var country = surroundings.country(common);
                CardChannel channel = card.open(country)) {
            JpkiClient jpki = JpkiClient.select(channel);
            voice.aside(
                    "card.status.tries",
                    voice.words("pin.SIGNATURE"),
                    jpki.triesLeft(JpkiKey.SIGNATURE),
                    JpkiKey.SIGNATURE.tryLimit());
            try (Pin pin =
                    new PinSource(voice)
                            .pin(JpkiKey.SIGNATURE, password, passwordFile, "--password-file")) {
                LastTry spending = lastTry ? LastTry.MAY_BE_SPENT : LastTry.KEEP;
                write(target, CardHand.of(jpki, pin, spending), country.legalTime().instant());
            }
        }
        voice.say("sign.done", target);
        voice.data(Voice.object("signed", file, "out", target, "detached", detached));
        return 0;
    }

    /**
     * Writes beside the target and moves at the end: no half a signature is left under its name.
     */
    private void write(Path target, CardHand hand, Instant now) {
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (InputStream content = Files.newInputStream(file);
                    OutputStream cms = Files.newOutputStream(draft)) {
                if (detached) CmsSignatures.signDetached(content, cms, hand, now);
                else CmsSignatures.signAttached(content, Files.size(file), cms, hand, now);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(target, unwritable);
        } finally {
            var unused = draft.toFile().delete();
        }
    }
}
