package org.openmyna.trust.authority;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDateTime;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.SubjectName;
import org.openmyna.trust.profile.Validity;
import org.openmyna.trust.profile.ValidityRule;

/**
 * What an application must fulfil, and the certificate that follows from it. Signing is done here,
 * by the caller's thread, before anything waits for the database.
 */
final class IssuingDesk {
    private static final BigInteger SEQUENCES = BigInteger.valueOf(100_000);

    private final LintedProfile profile;
    private final LegalDates dates;
    private final SecureRandom random;

    IssuingDesk(LintedProfile profile, LegalDates dates, SecureRandom random) {
        this.profile = profile;
        this.dates = dates;
        this.random = random;
    }

    /** An application of either kind that was examined; a serial and a medium are missing. */
    record Examined(
            CaKind ca, IssuingOffice office, RSAPublicKey key, Validity validity, Signing signing) {
        /**
         * @param attempt which try this is: each has another common name
         * @throws OtherAuthorityIssues if the generation is of the other CA (MYNA-AUT-024)
         * @throws AuthorityEndsFirst if it would outlive the generation (MYNA-AUT-023)
         */
        JpkiCertificate sign(
                Generation generation,
                CertificateSerial serial,
                CertificateMedium medium,
                int attempt) {
            mustFit(generation);
            var wish = new LintedProfile.Wish(generation, serial, validity, medium);
            return signing.sign(wish, attempt);
        }

        void mustFit(Generation generation) {
            if (generation.ca() != ca) throw new OtherAuthorityIssues(generation.ca().toString());
            Instant end = generation.certificate().notAfter();
            if (validity.notAfter().isAfter(end)) {
                throw new AuthorityEndsFirst(validity.notAfter().toString(), end.toString());
            }
        }
    }

    @FunctionalInterface
    interface Signing {
        JpkiCertificate sign(LintedProfile.Wish wish, int attempt);
    }

    /** Looks at an application once; the certificate begins now. */
    Examined examine(SignatureCertificateApplication application) {
        mustProvePossession(application.request());
        Instant now = dates.now();
        Validity validity =
                application
                        .userAuthenticationEnd()
                        .map(end -> application.validity().signature(now, end))
                        .orElseGet(() -> application.validity().signature(now));
        LocalDateTime requestedAt = LocalDateTime.ofInstant(now, ValidityRule.JAPAN);
        return new Examined(
                CaKind.SIGNATURE,
                application.office(),
                application.request().publicKey(),
                validity,
                (wish, attempt) ->
                        profile.signature(
                                wish,
                                new SubjectName.Signature(
                                        requestedAt,
                                        sequence(wish.serial(), attempt),
                                        application.office()),
                                application));
    }

    private static int sequence(CertificateSerial serial, int attempt) {
        return serial.value().add(BigInteger.valueOf(attempt)).mod(SEQUENCES).intValueExact();
    }

    /** Looks at an application once; the certificate begins now. */
    Examined examine(UserAuthenticationCertificateApplication application) {
        mustProvePossession(application.request());
        return new Examined(
                CaKind.USER_AUTHENTICATION,
                application.office(),
                application.request().publicKey(),
                application.validity().userAuthentication(dates.now()),
                (wish, attempt) ->
                        profile.userAuthentication(
                                wish,
                                SubjectName.UserAuthentication.draw(random, application.office()),
                                application));
    }

    private static void mustProvePossession(CertificationRequest request) {
        if (!request.provesPossession()) throw new PossessionNotProved();
    }
}
