package org.openmyna.cli;

import java.util.concurrent.Callable;
import org.openmyna.trust.authority.RequestId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna authority discard}: a request that nobody will finish (交付前に破棄). */
@Command(name = "discard", mixinStandardHelpOptions = true)
final class AuthorityDiscard implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CaOption ca = new CaOption();

    @Parameters(paramLabel = "REQUEST", descriptionKey = "option.search.request")
    private String request = "";

    AuthorityDiscard(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            country.authorities().authority(ca.kind()).discard(new RequestId(request));
            voice.say("authority.discarded", request);
            voice.data(Voice.object("request", request, "state", "discarded"));
        }
        return 0;
    }
}
