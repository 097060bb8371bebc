package org.openmyna.cli;

import java.util.concurrent.Callable;
import org.openmyna.trust.authority.RequestId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna authority finish}: a request whose card was written, and lies there. */
@Command(name = "finish", mixinStandardHelpOptions = true)
final class AuthorityFinish implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CaOption ca = new CaOption();

    @Parameters(paramLabel = "REQUEST", descriptionKey = "option.search.request")
    private String request = "";

    AuthorityFinish(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            country.authorities().authority(ca.kind()).activate(new RequestId(request));
            voice.say("authority.finished", request);
            voice.data(Voice.object("request", request, "state", "active"));
        }
        return 0;
    }
}
