package org.openmyna.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna authority reader-url}: for a machine that answers OCSP and only reads. */
@Command(name = "reader-url", mixinStandardHelpOptions = true)
final class AuthorityReaderUrl implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    AuthorityReaderUrl(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            var _ = country.authorities();
            String url = country.database().readerUrl("authority");
            voice.line(url);
            voice.aside("authority.reader-url.secret", country.directory().resolve("authority"));
            voice.data(Voice.object("url", url));
        }
        return 0;
    }
}
