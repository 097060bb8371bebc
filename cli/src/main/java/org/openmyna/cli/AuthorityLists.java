package org.openmyna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.IssuingOffice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna authority crl}: publishes all revocation lists now, and says which. */
@Command(name = "crl", mixinStandardHelpOptions = true)
final class AuthorityLists implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    @Option(names = "--ca", paramLabel = "signature|login", descriptionKey = "option.ca.both")
    private AuthorityOptions.@Nullable Ca ca;

    @Option(names = "--municipality", paramLabel = "CODE", descriptionKey = "option.crl.office")
    private @Nullable String municipality;

    @Option(names = "--show", descriptionKey = "option.crl.show")
    private boolean show;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.crl.out")
    private @Nullable Path out;

    AuthorityLists(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var table = new Table();
        List<Object> rows = new ArrayList<>();
        try (var country = surroundings.country(common, authority)) {
            var publisher = country.authorities().lists();
            for (PublishedList list : show ? publisher.index().lists() : publisher.publishAll()) {
                if (!isAskedFor(list)) continue;
                if (out != null) copy(list.file(), OutputFile.folder(out).resolve(list.name()));
                table.row(
                        list.name(),
                        "No. " + list.number(),
                        list.thisUpdate().toString(),
                        list.entries() + " / " + list.bytes() + " B",
                        HexFormat.of().formatHex(list.sha256(), 0, 8) + "…");
                rows.add(
                        Voice.object(
                                "name", list.name(),
                                "number", list.number(),
                                "position", list.position(),
                                "thisUpdate", list.thisUpdate(),
                                "nextUpdate", list.nextUpdate(),
                                "entries", list.entries(),
                                "bytes", list.bytes(),
                                "sha256", HexFormat.of().formatHex(list.sha256()),
                                "file", list.file()));
            }
        }
        if (rows.isEmpty() && isFiltered()) voice.say("authority.search.nothing");
        else if (rows.isEmpty()) voice.say("authority.crl.none");
        table.print(voice, "");
        voice.data(rows);
        return 0;
    }

    private boolean isFiltered() {
        return ca != null || municipality != null;
    }

    private boolean isAskedFor(PublishedList list) {
        boolean ofCa = ca == null || Generation.caOf(list.generation()) == ca.kind();
        return ofCa && (municipality == null || list.point().equals(point(municipality)));
    }

    private static String point(String municipality) {
        IssuingOffice office = ResidentOptions.office(municipality, null, null);
        return office.prefecture() + "/" + office.municipality();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(to, unwritable);
        }
    }
}
