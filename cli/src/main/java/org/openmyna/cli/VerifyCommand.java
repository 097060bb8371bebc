package org.openmyna.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.documents.CmsVerifier;
import org.openmyna.trust.documents.DocumentVerdict;
import org.openmyna.trust.documents.PdfVerifier;
import org.openmyna.trust.verifier.SignatureVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code openmyna verify}: says whether a signed file, CMS or PDF, is what it claims, or whether
 * kept evidence still proves its verdict, and shows every check.
 */
@Command(name = "verify", mixinStandardHelpOptions = true, subcommands = VerifyRaw.class)
final class VerifyCommand implements Callable<Integer> {
    private static final int HEADER_WITHIN = 1024;

    private final Surroundings surroundings;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "verify.file")
    private @Nullable Path file;

    @Option(names = "--content", paramLabel = "FILE", descriptionKey = "option.content")
    private @Nullable Path content;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "option.at")
    private @Nullable String at;

    @Option(names = "--real", descriptionKey = "verify.real")
    private boolean real;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    surroundings.voice().words("verify.file.missing"));
        }
        byte[] bytes = bytes(file);
        boolean evidence = KeptEvidence.is(bytes);
        if (evidence && at != null) throw unusable("--at", at, "証拠には不要です / not for evidence");
        if (real && !evidence) throw unusable("--real", file, "証拠 (ZIP) / evidence (ZIP)");
        if (real) {
            var verifier = KeptEvidence.ofRealCards();
            return new KeptEvidence(surroundings.voice()).judge(verifier, bytes, content);
        }
        try (var country = surroundings.country(common, authority)) {
            VerdictView.mustBeFounded(surroundings, common, country);
            if (evidence)
                return new KeptEvidence(surroundings.voice())
                        .judge(KeptEvidence.of(country), bytes, content);
            DocumentVerdict verdict = judge(country, bytes);
            var view = new VerdictView(surroundings.voice());
            switch (verdict) {
                case DocumentVerdict.Accepted accepted -> show(view, accepted);
                case DocumentVerdict.Refused refused -> view.refused(refused.refusal());
            }
            view.end(verdict.evidence());
            return verdict instanceof DocumentVerdict.Accepted ? 0 : 1;
        }
    }

    private DocumentVerdict judge(Country country, byte[] bytes) {
        SignatureVerifier trusted = country.verifier().signatures();
        Instant time = VerdictView.time(country, at);
        if (isPdf(bytes)) {
            if (content == null) return PdfVerifier.asOf(time, trusted).verify(bytes);
            throw unusable("--content", content, "PDF には不要です / not for a PDF");
        }
        var verifier = CmsVerifier.asOf(time, trusted);
        if (content == null) return verifier.verify(bytes);
        try (InputStream beside = Files.newInputStream(content)) {
            return verifier.verify(bytes, beside);
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(content, unreadable);
        }
    }

    private static CommandFailed unusable(String option, Object value, String expected) {
        return new CommandFailed(
                CommandError.VALUE_UNUSABLE,
                Map.of("option", option, "value", value, "expected", expected));
    }

    /** A CMS file begins with a sequence or with dashes; it may hold a PDF. */
    private static boolean isPdf(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] == 0x30 || bytes[0] == '-') return false;
        int length = Math.min(bytes.length, HEADER_WITHIN);
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(path, unreadable);
        }
    }

    private void show(VerdictView view, DocumentVerdict.Accepted accepted) {
        Optional<Instant> claimed = accepted.claimedSigningTime();
        view.accepted(accepted.signer().certificate());
        view.signer(accepted.signer().fourItems());
        view.certificate(accepted.signer().certificate());
        claimed.ifPresent(time ->
                surroundings.voice().say("verify.claimed", CertificateView.japanTime(time)));
        view.also("claimedSigningTime", claimed.orElse(null));
        view.judged(accepted.signer().validAt());
        view.also("contentSha256", accepted.contentSha256());
    }
}
