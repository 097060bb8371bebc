package org.openmyna.interop;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.UUID;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.ContentSignature;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;

/** Applications of people who are called 試験 一郎, for one key that is on no chip. */
final class ShamPeople {
    private static final JapaneseDate BORN = JapaneseDate.of(LocalDate.of(1985, 3, 7));
    private static final LocalDate CARD_LAST_DAY = LocalDate.of(2049, 3, 7);

    private static final class Key {
        static final CertificationRequest REQUEST = request();

        private static CertificationRequest request() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                return CertificationRequest.make(
                        (RSAPublicKey) pair.getPublic(), ContentSignature.with(pair.getPrivate()));
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }

    private ShamPeople() {}

    /** Somebody who was never here before. */
    static Reservation somebody(IssuingOffice office) {
        String name = UUID.randomUUID().toString();
        return Reservation.onCard(
                new RequestId("request-" + name), new HolderId("person-" + name), office);
    }

    /** Another request of the same person. */
    static Reservation again(Reservation first) {
        return Reservation.onCard(
                new RequestId("request-" + UUID.randomUUID()), first.holder(), first.office());
    }

    private static UserAuthenticationCertificateApplication login(IssuingOffice office) {
        return UserAuthenticationCertificateApplication.first(
                Key.REQUEST, office, BORN, CARD_LAST_DAY);
    }

    private static SignatureCertificateApplication signature(IssuingOffice office) {
        var items =
                new FourItems(
                        PersonName.of("試験", "一郎"),
                        new Address("兵庫県姫路市安田四丁目９９９９番地"),
                        BORN,
                        Sex.MALE);
        return SignatureCertificateApplication.first(Key.REQUEST, items, office, CARD_LAST_DAY);
    }

    /** All steps at once: good from here on. */
    static JpkiCertificate active(CertificationAuthority ca, Reservation whose) {
        return ca.kind() == CaKind.SIGNATURE
                ? ca.issueActive(whose, signature(whose.office()))
                : ca.issueActive(whose, login(whose.office()));
    }

    static JpkiCertificate active(CertificationAuthority ca, IssuingOffice office) {
        return active(ca, somebody(office));
    }

    /** Signed, and not delivered. */
    static JpkiCertificate certified(CertificationAuthority ca, Reservation whose) {
        return ca.kind() == CaKind.SIGNATURE
                ? ca.issue(whose, signature(whose.office()))
                : ca.issue(whose, login(whose.office()));
    }
}
