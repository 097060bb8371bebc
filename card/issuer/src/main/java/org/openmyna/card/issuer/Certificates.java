package org.openmyna.card.issuer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderHasLivingCertificate;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** What the counter asks of the two authorities. */
final class Certificates {
    private final CertificationAuthority signatureCa;
    private final CertificationAuthority userAuthenticationCa;

    Certificates(CertificationAuthority signatureCa, CertificationAuthority userAuthenticationCa) {
        this.signatureCa = signatureCa;
        this.userAuthenticationCa = userAuthenticationCa;
    }

    byte[] signatureCaCertificate() {
        return signatureCa.certificate().der();
    }

    byte[] userAuthenticationCaCertificate() {
        return userAuthenticationCa.certificate().der();
    }

    /**
     * @param act opaque name of an act that a kill may interrupt: a certificate that an earlier try
     *     of the same act got and nobody ever used is revoked first
     * @param renewedEnd when the certificate to be renewed ends
     */
    JpkiCertificate userAuthentication(
            Applicant person,
            CertificationRequest request,
            Optional<String> act,
            Optional<Instant> renewedEnd) {
        var first =
                UserAuthenticationCertificateApplication.first(
                        request,
                        person.office(),
                        person.fourItems().birthDate(),
                        person.cardLastDay());
        var application = renewedEnd.map(first::renewing).orElse(first);
        var named = act.map(name -> application.heldBy(holder(name))).orElse(application);
        return issue(userAuthenticationCa, () -> userAuthenticationCa.issue(named));
    }

    /** As above, and never longer than the user authentication certificate beside it. */
    JpkiCertificate signature(
            Applicant person,
            CertificationRequest request,
            JpkiCertificate user,
            Optional<String> act,
            Optional<Instant> renewedEnd) {
        var first =
                SignatureCertificateApplication.first(
                                request, person.fourItems(), person.office(), person.cardLastDay())
                        .besideUserAuthenticationUntil(user.notAfter());
        var application = renewedEnd.map(first::renewing).orElse(first);
        var named = act.map(name -> application.heldBy(holder(name))).orElse(application);
        return issue(signatureCa, () -> signatureCa.issue(named));
    }

    private static HolderId holder(String act) {
        return new HolderId("act-" + act);
    }

    private static JpkiCertificate issue(
            CertificationAuthority authority, Supplier<JpkiCertificate> work) {
        try {
            return work.get();
        } catch (HolderHasLivingCertificate left) {
            authority.revoke(serial(left), RevocationReason.UNSPECIFIED);
            return work.get();
        }
    }

    private static CertificateSerial serial(HolderHasLivingCertificate left) {
        String hex = String.valueOf(left.details().get("serial"));
        return new CertificateSerial(new BigInteger(hex, 16));
    }

    /** What an interrupted act asked for under these names and nobody ever used. */
    void revokeAskedFor(ActNote left, RevocationReason reason) {
        left.openUser().ifPresent(name -> revokeAskedFor(userAuthenticationCa, name, reason));
        left.openSignature().ifPresent(name -> revokeAskedFor(signatureCa, name, reason));
    }

    private static void revokeAskedFor(
            CertificationAuthority authority, String act, RevocationReason reason) {
        authority
                .livingCertificateOf(holder(act))
                .ifPresent(serial -> authority.revoke(serial, reason));
    }

    /** Once is enough; a second call changes nothing. */
    void revoke(JpkiCertificate certificate, RevocationReason reason) {
        CertificationAuthority authority =
                switch (certificate.kind()) {
                    case SIGNATURE -> signatureCa;
                    case USER_AUTHENTICATION -> userAuthenticationCa;
                };
        authority.revoke(certificate.serial(), reason);
    }
}
