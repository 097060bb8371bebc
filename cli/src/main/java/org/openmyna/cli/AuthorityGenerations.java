package org.openmyna.cli;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.openmyna.trust.authority.keys.Generation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna authority generations}: the keys of both CAs. */
@Command(name = "generations", mixinStandardHelpOptions = true)
final class AuthorityGenerations implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    AuthorityGenerations(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            var table = new Table();
            List<Object> rows = new ArrayList<>();
            for (Generation each : country.authorities().generations().all()) {
                String ca = AuthorityOptions.Ca.of(each.ca()).word();
                String keyId = HexFormat.of().formatHex(each.certificate().subjectKeyId());
                table.row(
                        String.valueOf(each.id()),
                        ca,
                        each.algorithm().name(),
                        each.serials().name(),
                        each.certificate().notBefore().toString(),
                        each.certificate().notAfter().toString(),
                        keyId);
                rows.add(
                        Voice.object(
                                "generation", each.id(),
                                "ca", ca,
                                "number", each.number(),
                                "algorithm", each.algorithm(),
                                "serials", each.serials(),
                                "serial", each.certificate().serial(),
                                "notBefore", each.certificate().notBefore(),
                                "notAfter", each.certificate().notAfter(),
                                "issuesFrom", each.issuesFrom(),
                                "subjectKeyId", keyId));
            }
            if (rows.isEmpty()) voice.say("authority.none");
            table.print(voice, "");
            voice.data(rows);
        }
        return 0;
    }
}
