package org.openmyna.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.StatusEvent.Kind;
import org.openmyna.trust.profile.CaKind;

/** What a new authority can show: its ceremony, and the steps of what it issued. */
final class DemoFounding {
    private static final int BYTES_SHOWN = 4;

    private final Evidence evidence;
    private final Story story;
    private final Country country;

    DemoFounding(Evidence evidence, Story story, Country country) {
        this.evidence = evidence;
        this.story = story;
        this.country = country;
    }

    /** Founds a CA and keeps the transcript. */
    void ceremony(CaKind kind, String file) {
        CertificationAuthority founded = country.authority(kind);
        Generation first = founded.generations().getFirst();
        String transcript = founded.transcript(first).text();
        evidence.keep(file, transcript.getBytes(UTF_8));
        byte[] keyId = first.certificate().subjectKeyId();
        story.proved(
                transcript.contains(HexFormat.of().formatHex(keyId)),
                "demo.proof.ceremony",
                String.valueOf(first.id()),
                HexFormat.of().formatHex(keyId, 0, BYTES_SHOWN));
    }

    /** What was issued until now came step by step, and nothing is left on the way. */
    void steps() {
        Map<String, List<Kind>> events = new LinkedHashMap<>();
        var log = country.authorities().log();
        var _ = log.catchUp();
        log.read(
                0,
                entry -> {
                    var event = entry.event();
                    if (event.kind() != Kind.GENERATION) {
                        events.computeIfAbsent(
                                        event.generation() + "-" + event.serial(),
                                        _ -> new ArrayList<>())
                                .add(event.kind());
                    }
                    return true;
                });
        boolean stepByStep =
                events.size() == CaKind.values().length
                        && events.values().stream()
                                .allMatch(List.of(Kind.CERTIFIED, Kind.ACTIVATED)::equals);
        boolean nothingLeft =
                Arrays.stream(CaKind.values())
                        .allMatch(kind -> country.authority(kind).unfinished().isEmpty());
        story.proved(stepByStep && nothingLeft, "demo.proof.steps");
    }
}
