package org.openmyna.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna authority revoke}: one certificate, a person's, or a municipality's. */
@Command(name = "revoke", mixinStandardHelpOptions = true)
final class AuthorityRevoke implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CaOption ca = new CaOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERIAL",
            converter = SerialArgument.class,
            descriptionKey = "option.serial")
    private @Nullable CertificateSerial serial;

    @Option(names = "--holder", paramLabel = "ID", descriptionKey = "option.revoke.holder")
    private @Nullable String holder;

    @Option(names = "--municipality", paramLabel = "CODE", descriptionKey = "option.revoke.office")
    private @Nullable String municipality;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "REASON",
            descriptionKey = "option.reason")
    private RevocationReason reason = RevocationReason.CESSATION_OF_OPERATION;

    AuthorityRevoke(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Object> named =
                Stream.<Object>of(
                                serial == null ? "" : serial,
                                holder == null ? "" : holder,
                                municipality == null ? "" : municipality)
                        .filter(each -> !each.equals(""))
                        .toList();
        if (named.size() != 1) {
            throw new CommandFailed(
                    named.isEmpty() ? CommandError.NOTHING_TO_DO : CommandError.OPTIONS_EXCLUDE,
                    Map.of("options", "SERIAL, --holder, --municipality"));
        }
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            CertificationAuthority issuer = country.authorities().authority(ca.kind());
            if (serial != null) one(voice, issuer, serial);
            else many(voice, issuer);
        }
        return 0;
    }

    private void one(Voice voice, CertificationAuthority issuer, CertificateSerial which) {
        CertificateStatus.Revoked stands = issuer.revoke(which, reason);
        voice.say("authority.revoked", which, stands.when(), stands.reason());
        voice.data(Voice.object("serial", which, "when", stands.when(), "reason", stands.reason()));
    }

    private void many(Voice voice, CertificationAuthority issuer) {
        long count =
                municipality == null
                        ? issuer.revokeAllOf(new HolderId(String.valueOf(holder)), reason)
                        : issuer.revokeAllOf(MunicipalityCode.parse(municipality), reason);
        voice.say("authority.revoked.many", count, reason);
        voice.data(Voice.object("revoked", count, "reason", reason));
    }
}
