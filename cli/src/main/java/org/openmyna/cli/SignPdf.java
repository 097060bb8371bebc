package org.openmyna.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.documents.PdfDetails;
import org.openmyna.trust.documents.PdfSignatures;
import org.openmyna.trust.verifier.ContentDigest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna sign pdf}: an invisible signature inside a PDF (ISO 32000-1 12.8). */
@Command(name = "pdf", mixinStandardHelpOptions = true)
final class SignPdf implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private SigningCard card = new SigningCard();

    @Parameters(paramLabel = "FILE.pdf", descriptionKey = "sign.file")
    private Path file = Path.of("");

    @Option(
            names = "--digest",
            paramLabel = "sha256|sha384|sha512",
            descriptionKey = "option.digest")
    private String digest = "sha256";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.reason")
    private @Nullable String reason;

    @Option(names = "--location", paramLabel = "TEXT", descriptionKey = "option.location")
    private @Nullable String location;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT.pdf",
            descriptionKey = "option.out")
    private @Nullable Path out;

    SignPdf(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ContentDigest chosen = SigningCard.digest(digest);
        Path target = out != null ? out : besideIt();
        SigningCard.mustBeReadable(file);
        var details = new PdfDetails(Optional.ofNullable(reason), Optional.ofNullable(location));
        card.sign(
                surroundings,
                common,
                target,
                (hand, now, draft) ->
                        Files.write(
                                draft,
                                PdfSignatures.sign(
                                        Files.readAllBytes(file), details, chosen, hand, now)));
        Voice voice = surroundings.voice();
        voice.say("sign.done", target);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("signed", file);
        data.put("out", target);
        data.put("digest", SigningCard.name(chosen));
        voice.data(data);
        return 0;
    }

    /** {@code letter.signed.pdf} beside {@code letter.pdf}. */
    private Path besideIt() {
        String name = file.toString();
        boolean named = name.endsWith(".pdf");
        return Path.of((named ? name.substring(0, name.length() - 4) : name) + ".signed.pdf");
    }
}
