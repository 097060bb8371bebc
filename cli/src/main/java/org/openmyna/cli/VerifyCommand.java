package org.openmyna.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;
import org.openmyna.trust.documents.CmsVerifier;
import org.openmyna.trust.documents.DocumentVerdict;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.verifier.Evidence;
import org.openmyna.trust.verifier.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna verify}: says whether a signed file is what it claims, and shows every check. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "verify.file")
    private Path file = Path.of("");

    @Option(names = "--content", paramLabel = "FILE", descriptionKey = "option.content")
    private @Nullable Path content;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "option.at")
    private @Nullable String at;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common)) {
            if (!country.isFounded()) {
                Path directory = surroundings.dataDirectory(common.data);
                throw new CommandFailed(CommandError.NO_AUTHORITY, Map.of("directory", directory));
            }
            DocumentVerdict verdict = judge(country);
            Map<String, Object> data = new LinkedHashMap<>();
            switch (verdict) {
                case DocumentVerdict.Accepted accepted -> accept(voice, accepted, data);
                case DocumentVerdict.Refused refused -> refuse(voice, refused.refusal(), data);
            }
            checks(voice, verdict.evidence(), data);
            voice.data(data);
            return verdict instanceof DocumentVerdict.Accepted ? 0 : 1;
        }
    }

    private DocumentVerdict judge(Country country) {
        var verifier = CmsVerifier.asOf(time(country), country.verifier().build());
        byte[] cms = bytes(file);
        if (content == null) return verifier.verify(cms);
        try (InputStream signed = Files.newInputStream(content)) {
            return verifier.verify(cms, signed);
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(content, unreadable);
        }
    }

    private Instant time(Country country) {
        if (at == null) return country.legalTime().instant();
        try {
            return Instant.parse(at);
        } catch (DateTimeException notIso) {
            throw new CommandFailed(
                    CommandError.VALUE_UNUSABLE,
                    Map.of("option", "--at", "value", at, "expected", "2026-11-23T00:00:00Z"));
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(path, unreadable);
        }
    }

    private static void accept(
            Voice voice, DocumentVerdict.Accepted accepted, Map<String, Object> data) {
        CertifiedFourItems signer = accepted.signer().fourItems();
        var certificate = accepted.signer().certificate();
        Optional<Instant> claimed = accepted.claimedSigningTime();
        voice.say("verify.accepted");
        if (certificate.hierarchy() == Hierarchy.TEST) voice.say("verify.test");
        voice.say("verify.signer", signer.name(), signer.address());
        voice.say(
                "certificate.line",
                voice.words("certificate.SIGNATURE"),
                certificate.serial().value().toString(),
                CertificateView.japanTime(certificate.notAfter()));
        claimed.ifPresent(time -> voice.say("verify.claimed", CertificateView.japanTime(time)));
        voice.say("verify.judged", CertificateView.japanTime(accepted.signer().validAt()));
        data.put("verdict", "accepted");
        data.put("name", signer.name());
        data.put("nameSubstitutes", signer.nameFlags());
        data.put("address", signer.address());
        data.put("addressSubstitutes", signer.addressFlags());
        data.put("birthDate", signer.birthDate());
        data.put("sex", signer.sex());
        data.put("serial", certificate.serial().value().toString());
        data.put("hierarchy", certificate.hierarchy().name());
        data.put("claimedSigningTime", claimed.orElse(null));
        data.put("validAt", accepted.signer().validAt());
        data.put("contentSha256", accepted.contentSha256());
    }

    private static void refuse(Voice voice, Refusal refusal, Map<String, Object> data) {
        voice.say("verify.refused", refusal.code(), refusal.text(voice.language()));
        data.put("verdict", "refused");
        data.put("code", refusal.code());
        data.put("ja", refusal.text(Language.JAPANESE));
        data.put("en", refusal.text(Language.ENGLISH));
    }

    private static void checks(Voice voice, List<Evidence> evidence, Map<String, Object> data) {
        List<Object> rows = new ArrayList<>();
        for (Evidence each : evidence) {
            String words =
                    voice.language() == Language.JAPANESE
                            ? each.check().japanese()
                            : each.check().english();
            voice.line(
                    "  "
                            + (each.passed() ? "✓ " : "✗ ")
                            + words
                            + "  ["
                            + each.check().clause()
                            + "]");
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("check", each.check().name());
            row.put("clause", each.check().clause());
            row.put("passed", each.passed());
            row.put("data", each.data());
            rows.add(row);
        }
        data.put("checks", rows);
    }
}
