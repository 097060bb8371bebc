package org.openmyna.server.authority;

import java.math.BigInteger;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.server.authority.api.CaCertificateOfGeneration;
import org.openmyna.server.authority.api.CertificateState;
import org.openmyna.server.authority.api.CertifySignature;
import org.openmyna.server.authority.api.CertifyUserAuthentication;
import org.openmyna.server.authority.api.HolderItems;
import org.openmyna.server.authority.api.IssuedCertificate;
import org.openmyna.server.authority.api.RequestState;
import org.openmyna.server.web.CallMalformed;
import org.openmyna.trust.authority.Issuing;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.CertifiedFourItems;
import org.openmyna.trust.profile.JpkiCertificate;

/** Between what travels and what the engine speaks of. */
final class Translation {
    private Translation() {}

    static CertificateSerial serial(String hex) {
        if (!hex.matches("[0-9A-Fa-f]{1,40}")) throw new CallMalformed("serial");
        return new CertificateSerial(new BigInteger(hex, 16));
    }

    static SignatureCertificateApplication application(CertifySignature order) {
        FourItems items =
                new FourItems(
                        new PersonName(order.name()),
                        new Address(order.address()),
                        JapaneseDate.ofCertificateForm(order.birthDate()),
                        order.sex());
        var application =
                SignatureCertificateApplication.first(
                        CertificationRequest.parse(order.certificationRequest()),
                        items,
                        order.office(),
                        order.cardLastDay());
        if (order.renewing().isPresent()) {
            application = application.renewing(order.renewing().get());
        }
        return order.userAuthenticationEnd().isPresent()
                ? application.besideUserAuthenticationUntil(order.userAuthenticationEnd().get())
                : application;
    }

    static UserAuthenticationCertificateApplication application(CertifyUserAuthentication order) {
        var application =
                UserAuthenticationCertificateApplication.first(
                        CertificationRequest.parse(order.certificationRequest()),
                        order.office(),
                        JapaneseDate.ofCertificateForm(order.birthDate()),
                        order.cardLastDay());
        return order.renewing().isPresent()
                ? application.renewing(order.renewing().get())
                : application;
    }

    static IssuedCertificate issued(JpkiCertificate certificate) {
        return new IssuedCertificate(certificate.serial().toString(), certificate.der());
    }

    /** As the card writes them: a certificate's birth date begins with a digit of the era. */
    static HolderItems items(CertifiedFourItems items) {
        return new HolderItems(
                items.name(), items.address(), items.birthDate().substring(1), items.sex());
    }

    static RequestState state(Issuing issuing) {
        return new RequestState(
                issuing.request().value(),
                issuing.state(),
                issuing.serial().toString(),
                issuing.certificate().map(JpkiCertificate::der));
    }

    static CertificateState state(CertificateSerial serial, CertificateStatus status) {
        String hex = serial.toString();
        return switch (status) {
            case CertificateStatus.Good() ->
                    new CertificateState(
                            hex, CertificateState.Kind.GOOD, Optional.empty(), Optional.empty());
            case CertificateStatus.Unknown() ->
                    new CertificateState(
                            hex, CertificateState.Kind.UNKNOWN, Optional.empty(), Optional.empty());
            case CertificateStatus.Revoked(var when, var reason) ->
                    new CertificateState(
                            hex,
                            CertificateState.Kind.REVOKED,
                            Optional.of(when),
                            Optional.of(reason));
        };
    }

    static CaCertificateOfGeneration certificate(Generation generation, CaCertificate issuesNow) {
        return new CaCertificateOfGeneration(
                generation.id(),
                generation.certificate().equals(issuesNow),
                generation.certificate().der());
    }
}
