package org.openmyna.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.documents.CmsPem;
import org.openmyna.trust.documents.CmsSignatures;
import org.openmyna.trust.verifier.ContentDigest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna sign cms}: a CMS signature (RFC 5652) with the signature key of a card. */
@Command(name = "cms", mixinStandardHelpOptions = true)
final class SignCms implements Callable<Integer> {
    private enum Form {
        DER,
        PEM
    }

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private SigningCard card = new SigningCard();

    @Parameters(paramLabel = "FILE", descriptionKey = "sign.file")
    private Path file = Path.of("");

    @Option(names = "--detached", descriptionKey = "option.detached")
    private boolean detached;

    @Option(
            names = "--digest",
            paramLabel = "sha256|sha384|sha512",
            descriptionKey = "option.digest")
    private String digest = "sha256";

    @Option(names = "--format", paramLabel = "der|pem", descriptionKey = "option.format")
    private Form form = Form.DER;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            descriptionKey = "option.out")
    private @Nullable Path out;

    SignCms(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ContentDigest chosen = SigningCard.digest(digest);
        String extension = (detached ? ".p7s" : ".p7m") + (form == Form.PEM ? ".pem" : "");
        Path target = out != null ? out : Path.of(file + extension);
        SigningCard.mustBeReadable(file);
        card.sign(
                surroundings,
                common,
                target,
                (hand, now, draft) -> write(draft, chosen, hand, now));
        Voice voice = surroundings.voice();
        voice.say("sign.done", target);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("signed", file);
        data.put("out", target);
        data.put("detached", detached);
        data.put("digest", SigningCard.name(chosen));
        data.put("format", form.name().toLowerCase(Locale.ROOT));
        voice.data(data);
        return 0;
    }

    private void write(Path draft, ContentDigest chosen, CardHand hand, Instant now)
            throws IOException {
        try (InputStream content = Files.newInputStream(file);
                OutputStream file = Files.newOutputStream(draft);
                OutputStream cms = form == Form.PEM ? CmsPem.writing(file) : file) {
            if (detached) CmsSignatures.signDetached(content, cms, chosen, hand, now);
            else CmsSignatures.signAttached(content, Files.size(this.file), cms, chosen, hand, now);
        }
    }
}
