package org.openmyna.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.CeremonyNotes;
import org.openmyna.trust.authority.CeremonyTranscript;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.profile.CaKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna authority ceremony}: makes the first key of a CA, or the next. */
@Command(name = "ceremony", mixinStandardHelpOptions = true)
final class AuthorityCeremony implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CaOption ca = new CaOption();

    @Option(
            names = "--serials",
            paramLabel = "sequential|random",
            descriptionKey = "option.ceremony.serials")
    private SerialMode serials = SerialMode.SEQUENTIAL;

    @Option(names = "--place", paramLabel = "TEXT", descriptionKey = "option.ceremony.place")
    private String place = CeremonyNotes.unattended().place();

    @Option(names = "--officer", paramLabel = "NAME", descriptionKey = "option.ceremony.officer")
    private List<String> officers = List.of();

    @Option(names = "--witness", paramLabel = "NAME", descriptionKey = "option.ceremony.witness")
    private List<String> witnesses = List.of();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.ceremony.out")
    private @Nullable Path out;

    AuthorityCeremony(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            CeremonyTranscript transcript = held(country, ca.kind());
            if (out == null) {
                voice.line(transcript.text());
            } else {
                OutputFile.write(out, transcript.text().getBytes(StandardCharsets.UTF_8));
                voice.say("authority.ceremony.kept", out);
            }
            voice.data(
                    Voice.object(
                            "generation", transcript.generation().id(),
                            "serial", transcript.generation().certificate().serial(),
                            "transcript", transcript.text()));
        }
        return 0;
    }

    private CeremonyTranscript held(Country country, CaKind kind) {
        var notes = new CeremonyNotes(place, officers, witnesses);
        if (country.authorities().isEstablished(kind)) {
            return country.authorities()
                    .authority(kind)
                    .rollOver(KeyAlgorithm.RSA_2048, serials, notes);
        }
        CertificationAuthority established =
                country.authorities().establish(kind, KeyAlgorithm.RSA_2048, serials, notes);
        return established.transcript(established.generations().getFirst());
    }
}
