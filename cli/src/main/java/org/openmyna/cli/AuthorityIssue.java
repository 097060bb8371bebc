package org.openmyna.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.issuer.Applicant;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code openmyna authority issue}: a certificate for a key that is not on a card of ours, from a
 * PKCS #10 request. For cards see {@code card new}.
 */
@Command(name = "issue", mixinStandardHelpOptions = true)
final class AuthorityIssue implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private CaOption ca = new CaOption();
    @Mixin private ResidentOptions resident = new ResidentOptions();

    @Option(
            names = "--csr",
            required = true,
            paramLabel = "FILE",
            descriptionKey = "option.issue.csr")
    private Path csr = Path.of("");

    @Option(
            names = "--holder",
            required = true,
            paramLabel = "ID",
            descriptionKey = "option.issue.holder")
    private String holder = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.issue.request")
    private @Nullable String request;

    @Option(names = "--phone", descriptionKey = "option.issue.phone")
    private boolean phone;

    @Option(names = "--replacing", paramLabel = "REASON", descriptionKey = "option.issue.replacing")
    private @Nullable RevocationReason replacing;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.issue.out")
    private @Nullable Path out;

    AuthorityIssue(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        CertificationRequest pkcs10 = CertificationRequest.parse(Pem.der(OutputFile.read(csr)));
        try (var country = surroundings.country(common, authority)) {
            var person = resident.applicant(country.legalTime(), new PinSource(voice));
            JpkiCertificate certificate = issued(country, person, pkcs10);
            byte[] pem = CertificateForm.pem("CERTIFICATE", certificate.der());
            if (out == null) voice.raw(pem);
            else OutputFile.write(out, pem);
            if (out != null) voice.say("authority.issue.done", certificate.serial(), out);
            voice.data(
                    Voice.object(
                            "serial", certificate.serial(),
                            "notBefore", certificate.notBefore(),
                            "notAfter", certificate.notAfter(),
                            "commonName", certificate.commonName()));
        }
        return 0;
    }

    private JpkiCertificate issued(Country country, Applicant person, CertificationRequest pkcs10) {
        CertificationAuthority issuer = country.authority(ca.kind());
        Reservation plain =
                Reservation.onCard(
                        new RequestId(request == null ? drawn(country) : request),
                        new HolderId(holder),
                        person.office());
        Reservation kind = phone ? plain.onPhone() : plain;
        Reservation reservation = replacing == null ? kind : kind.replacing(replacing);
        return switch (ca.kind()) {
            case SIGNATURE ->
                    issuer.issueActive(
                            reservation,
                            SignatureCertificateApplication.first(
                                    pkcs10,
                                    person.fourItems(),
                                    person.office(),
                                    person.cardLastDay()));
            case USER_AUTHENTICATION ->
                    issuer.issueActive(
                            reservation,
                            UserAuthenticationCertificateApplication.first(
                                    pkcs10,
                                    person.office(),
                                    person.fourItems().birthDate(),
                                    person.cardLastDay()));
        };
    }

    private static String drawn(Country country) {
        return "operator-" + Long.toUnsignedString(country.random().nextLong(), 36);
    }
}
