package org.openmyna.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.CertificateSerial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna authority lift}: a phone was found again; a card's hold is final. */
@Command(name = "lift", mixinStandardHelpOptions = true)
final class AuthorityLift implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CaOption ca = new CaOption();

    @Parameters(
            paramLabel = "SERIAL",
            converter = SerialArgument.class,
            descriptionKey = "option.serial")
    private @Nullable CertificateSerial serial;

    AuthorityLift(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        CertificateSerial which = Objects.requireNonNull(serial);
        try (var country = surroundings.country(common, authority)) {
            country.authorities().authority(ca.kind()).liftHold(which);
            voice.say("authority.lifted", which);
            voice.data(Voice.object("serial", which, "status", "good"));
        }
        return 0;
    }
}
