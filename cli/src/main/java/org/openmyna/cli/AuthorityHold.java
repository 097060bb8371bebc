package org.openmyna.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CertificateSerial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code openmyna authority hold}: a loss was reported (一時停止). */
@Command(name = "hold", mixinStandardHelpOptions = true)
final class AuthorityHold implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CaOption ca = new CaOption();

    @Parameters(
            paramLabel = "SERIAL",
            converter = SerialArgument.class,
            descriptionKey = "option.serial")
    private @Nullable CertificateSerial serial;

    AuthorityHold(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        CertificateSerial which = Objects.requireNonNull(serial);
        try (var country = surroundings.country(common, authority)) {
            CertificateStatus.Revoked stands =
                    country.authorities().authority(ca.kind()).hold(which);
            voice.say("authority.revoked", which, stands.when(), stands.reason());
            voice.data(
                    Voice.object(
                            "serial", which, "when", stands.when(), "reason", stands.reason()));
        }
        return 0;
    }
}
