package org.openmyna.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.Language;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.verifier.Evidence;
import org.openmyna.trust.verifier.ProvedCertificate;
import org.openmyna.trust.verifier.Refusal;

/** How a verdict is shown: sentences and checks for people, a map for programs. */
final class VerdictView {
    private final Voice voice;
    private final Map<String, Object> data = new LinkedHashMap<>();

    VerdictView(Voice voice) {
        this.voice = voice;
    }

    /** The time to judge for: the one that was asked for, or now. */
    static Instant time(Country country, @Nullable String asked) {
        if (asked == null) return country.legalTime().instant();
        try {
            return Instant.parse(asked);
        } catch (DateTimeException notIso) {
            throw new CommandFailed(
                    CommandError.VALUE_UNUSABLE,
                    Map.of("option", "--at", "value", asked, "expected", "2026-11-23T00:00:00Z"));
        }
    }

    /** Nothing is verified where there is nobody to trust. */
    static void mustBeFounded(Surroundings surroundings, CommonOptions common, Country country) {
        if (country.isFounded()) return;
        throw new CommandFailed(
                CommandError.NO_AUTHORITY,
                Map.of("directory", surroundings.dataDirectory(common.data)));
    }

    void accepted(ProvedCertificate certificate) {
        accepted("verify.accepted", certificate);
    }

    void accepted(String words, ProvedCertificate certificate) {
        voice.say(words);
        if (certificate.hierarchy() == Hierarchy.TEST) voice.say("verify.test");
        data.put("verdict", "accepted");
    }

    void signer(CertifiedFourItems signer) {
        voice.say("verify.signer", signer.name(), signer.address());
        data.put("name", signer.name());
        data.put("nameSubstitutes", signer.nameFlags());
        data.put("address", signer.address());
        data.put("addressSubstitutes", signer.addressFlags());
        data.put("birthDate", signer.birthDate());
        data.put("sex", signer.sex());
    }

    void certificate(ProvedCertificate certificate) {
        voice.say(
                "certificate.line",
                voice.words("certificate." + certificate.kind().name()),
                certificate.serial().value().toString(),
                CertificateView.japanTime(certificate.notAfter()));
        data.put("serial", certificate.serial().value().toString());
        data.put("hierarchy", certificate.hierarchy().name());
    }

    void judged(Instant validAt) {
        voice.say("verify.judged", CertificateView.japanTime(validAt));
        data.put("validAt", validAt);
    }

    void also(String name, @Nullable Object value) {
        data.put(name, value);
    }

    void refused(Refusal refusal) {
        refused("verify.refused", refusal);
    }

    void refused(String words, Refusal refusal) {
        voice.say(words, refusal.code(), refusal.text(voice.language()));
        data.put("verdict", "refused");
        data.put("code", refusal.code());
        data.put("ja", refusal.text(Language.JAPANESE));
        data.put("en", refusal.text(Language.ENGLISH));
    }

    /** Shows every check, and all as one document where JSON was asked. */
    void end(List<Evidence> evidence) {
        List<Object> rows = new ArrayList<>();
        for (Evidence each : evidence) {
            String words =
                    voice.language() == Language.JAPANESE
                            ? each.check().japanese()
                            : each.check().english();
            String mark = each.passed() ? "✓ " : "✗ ";
            voice.line("  " + mark + words + "  [" + each.check().clause() + "]");
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("check", each.check().name());
            row.put("clause", each.check().clause());
            row.put("passed", each.passed());
            row.put("data", each.data());
            rows.add(row);
        }
        data.put("checks", rows);
        voice.data(data);
    }
}
