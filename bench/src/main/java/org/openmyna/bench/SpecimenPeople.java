package org.openmyna.bench;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.ValidityRule;

/** Any number of sham people who want a login certificate, with a few test keys over and over. */
final class SpecimenPeople {
    private static final int KEYS = 8;

    private final IssuingOffice office =
            IssuingOffice.known(MunicipalityCode.parse("282014")).orElseThrow();
    private final List<UserAuthenticationCertificateApplication> applications;

    SpecimenPeople() {
        LocalDate lastDay = LocalDate.now(ValidityRule.JAPAN).plusYears(9);
        applications =
                IntStream.range(0, KEYS)
                        .mapToObj(_ ->
                                UserAuthenticationCertificateApplication.first(
                                        request(),
                                        office,
                                        JapaneseDate.of(LocalDate.of(1985, 3, 7)),
                                        lastDay))
                        .toList();
    }

    private static CertificationRequest request() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return CertificationRequest.make(
                    (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Reservation reservation(long person) {
        return Reservation.onCard(
                new RequestId("bench-" + person), new HolderId("bench-" + person), office);
    }

    UserAuthenticationCertificateApplication application(long person) {
        return applications.get((int) (person % KEYS));
    }
}
