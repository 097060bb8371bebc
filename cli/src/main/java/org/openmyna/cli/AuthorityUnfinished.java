package org.openmyna.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openmyna.trust.authority.Issuing;
import org.openmyna.trust.profile.CaKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna authority unfinished}: requests that neither ended nor were thrown away. */
@Command(name = "unfinished", mixinStandardHelpOptions = true)
final class AuthorityUnfinished implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    AuthorityUnfinished(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var table = new Table();
        List<Object> rows = new ArrayList<>();
        try (var country = surroundings.country(common, authority)) {
            for (CaKind kind : CaKind.values()) {
                if (!country.authorities().isEstablished(kind)) continue;
                String ca = AuthorityOptions.Ca.of(kind).word();
                for (Issuing each : country.authorities().authority(kind).unfinished()) {
                    table.row(
                            ca,
                            each.request().value(),
                            each.state().name(),
                            each.serial().toString(),
                            each.changedAt().toString());
                    rows.add(
                            Voice.object(
                                    "ca", ca,
                                    "request", each.request(),
                                    "state", each.state(),
                                    "serial", each.serial(),
                                    "holder", each.holder().value(),
                                    "changedAt", each.changedAt()));
                }
            }
        }
        if (rows.isEmpty()) voice.say("authority.unfinished.none");
        table.print(voice, "");
        if (!rows.isEmpty()) voice.say("authority.unfinished.what-to-do");
        voice.data(rows);
        return 0;
    }
}
