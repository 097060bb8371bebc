package org.openmyna.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificateSearch;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna authority search}: certificates by whatever is known of them. */
@Command(name = "search", mixinStandardHelpOptions = true)
final class AuthoritySearch implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    @Option(names = "--ca", paramLabel = "signature|login", descriptionKey = "option.ca.both")
    private AuthorityOptions.@Nullable Ca ca;

    @Option(names = "--holder", paramLabel = "ID", descriptionKey = "option.search.holder")
    private @Nullable String holder;

    @Option(
            names = "--serial",
            paramLabel = "SERIAL",
            converter = SerialArgument.class,
            descriptionKey = "option.serial")
    private @Nullable CertificateSerial serial;

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.search.request")
    private @Nullable String request;

    @Option(names = "--municipality", paramLabel = "CODE", descriptionKey = "option.search.office")
    private @Nullable String municipality;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "option.search.state")
    private @Nullable IssuingState state;

    @Option(names = "--most", paramLabel = "N", descriptionKey = "option.search.most")
    private int most = 100;

    AuthoritySearch(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        CertificateSearch search = search();
        List<CertificateRecord> found = new ArrayList<>();
        try (var country = surroundings.country(common, authority)) {
            for (CaKind kind : ca == null ? Arrays.asList(CaKind.values()) : List.of(ca.kind())) {
                if (!country.authorities().isEstablished(kind)) continue;
                found.addAll(country.authorities().authority(kind).search(search));
            }
        }
        var table = new Table();
        found.forEach(each -> table.row(AuthorityRecordView.row(voice, each)));
        if (found.isEmpty()) voice.say("authority.search.nothing");
        table.print(voice, "");
        voice.data(found.stream().map(AuthorityRecordView::data).toList());
        return 0;
    }

    private CertificateSearch search() {
        CertificateSearch search = CertificateSearch.all().atMost(most);
        if (holder != null) search = search.of(new HolderId(holder));
        if (serial != null) search = search.of(serial);
        if (request != null) search = search.of(new RequestId(request));
        if (municipality != null) search = search.of(MunicipalityCode.parse(municipality));
        if (state != null) search = search.in(state);
        return search;
    }
}
