package org.openmyna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.LastTry;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.documents.CmsSignatures;
import org.openmyna.trust.verifier.ContentDigest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which card signs, its signature password, and how the result reaches its file. */
final class SigningCard {
    @Mixin private CardOptions card = new CardOptions();

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable String passwordFile;

    @Option(names = "--password", paramLabel = "PASSWORD", descriptionKey = "option.password")
    private @Nullable String password;

    @Option(names = "--last-try", descriptionKey = "option.last-try")
    private boolean lastTry;

    /** Signs, and writes what it signed to the path. */
    interface Work {
        void run(CardHand hand, Instant now, Path draft) throws IOException;
    }

    /** What is done with a card after its PIN was accepted. */
    interface Use {
        void of(CardHand hand, Country country);
    }

    /** The digest of this name; a broken one is refused by name. */
    static ContentDigest digest(String name) {
        return CmsSignatures.digestNamed(name)
                .orElseThrow(() ->
                        new CommandFailed(
                                CommandError.VALUE_UNUSABLE,
                                Map.of(
                                        "option",
                                        "--digest",
                                        "value",
                                        name,
                                        "expected",
                                        "sha256, sha384, sha512")));
    }

    /** As the command line names it. */
    static String name(ContentDigest digest) {
        return digest.algorithm().replace("-", "").toLowerCase(Locale.ROOT);
    }

    static void mustBeReadable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file))
            throw CommandFailed.unusable(file, new NoSuchFileException(file.toString()));
    }

    /** Signs with the signature key, for the target. */
    void sign(Surroundings surroundings, CommonOptions common, Path target, Work work) {
        use(
                surroundings,
                common,
                JpkiKey.SIGNATURE,
                (hand, country) -> write(target, hand, country.legalTime().instant(), work));
    }

    /** Verifies the signature password and lends the card with its signature key. */
    void useSignatureKey(Surroundings surroundings, CommonOptions common, Use use) {
        use(surroundings, common, JpkiKey.SIGNATURE, use);
    }

    /** As the other, with the key for logging in and its PIN of four digits. */
    void useLoginKey(
            Surroundings surroundings,
            CommonOptions common,
            @Nullable String pin,
            @Nullable String pinFile,
            Use use) {
        use(surroundings, common, JpkiKey.USER_AUTHENTICATION, pin, pinFile, "--pin-file", use);
    }

    /** Reads the certificate of the login key, for which no PIN is needed. */
    byte[] loginCertificate(Country country) {
        try (CardChannel channel = card.open(country)) {
            return JpkiClient.select(channel).certificate(JpkiKey.USER_AUTHENTICATION);
        }
    }

    private void use(Surroundings surroundings, CommonOptions common, JpkiKey key, Use use) {
        use(surroundings, common, key, password, passwordFile, "--password-file", use);
    }

    private void use(
            Surroundings surroundings,
            CommonOptions common,
            JpkiKey key,
            @Nullable String typed,
            @Nullable String file,
            String fileOption,
            Use use) {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common);
                CardChannel channel = card.open(country)) {
            JpkiClient jpki = JpkiClient.select(channel);
            voice.aside(
                    "card.status.tries",
                    voice.words("pin." + key.name()),
                    jpki.triesLeft(key),
                    key.tryLimit());
            try (Pin pin = new PinSource(voice).pin(key, typed, file, fileOption)) {
                LastTry spending = lastTry ? LastTry.MAY_BE_SPENT : LastTry.KEEP;
                use.of(CardHand.of(jpki, key, pin, spending), country);
            }
        }
    }

    /**
     * Writes beside the target and moves at the end: no half a signature is left under its name.
     */
    static void write(Path target, CardHand hand, Instant now, Work work) {
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            work.run(hand, now, draft);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(target, unwritable);
        } finally {
            var unused = draft.toFile().delete();
        }
    }
}
