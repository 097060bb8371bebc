package org.openmyna.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.documents.RawSignatures;
import org.openmyna.trust.verifier.ContentDigest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna sign raw}: a bare signature (RFC 8017 8.2) with either key of a card. */
@Command(name = "raw", mixinStandardHelpOptions = true)
final class SignRaw implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private SigningCard card = new SigningCard();

    @Parameters(paramLabel = "FILE", descriptionKey = "sign.file")
    private Path file = Path.of("");

    @Option(names = "--key", paramLabel = "signature|login", descriptionKey = "option.key")
    private SigningKey key = SigningKey.SIGNATURE;

    @Option(
            names = "--digest",
            paramLabel = "sha256|sha384|sha512",
            descriptionKey = "option.digest")
    private String digest = "sha256";

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "option.pin-file")
    private @Nullable String pinFile;

    @Option(names = "--pin", paramLabel = "PIN", descriptionKey = "option.pin")
    private @Nullable String pin;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            descriptionKey = "option.out")
    private @Nullable Path out;

    SignRaw(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        ContentDigest chosen = SigningCard.digest(digest);
        Path target = out != null ? out : Path.of(file + ".sig");
        SigningCard.mustBeReadable(file);
        SigningCard.Use use =
                (hand, country) ->
                        SigningCard.write(
                                target,
                                hand,
                                country.legalTime().instant(),
                                (signer, now, draft) -> write(draft, chosen, signer));
        switch (key) {
            case SIGNATURE -> card.useSignatureKey(surroundings, common, use);
            case LOGIN -> {
                voice.aside("raw.login.warning");
                card.useLoginKey(surroundings, common, pin, pinFile, use);
            }
        }
        voice.say("sign.done", target);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("signed", file);
        data.put("out", target);
        data.put("key", key.name().toLowerCase(Locale.ROOT));
        data.put("digest", SigningCard.name(chosen));
        voice.data(data);
        return 0;
    }

    private void write(Path draft, ContentDigest chosen, CardHand hand) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Files.write(draft, RawSignatures.sign(content, chosen, hand));
        }
    }
}
