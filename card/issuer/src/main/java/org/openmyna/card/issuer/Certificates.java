package org.openmyna.card.issuer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.HolderHasUnfinishedRequest;
import org.openmyna.trust.authority.HolderId;
import org.openmyna.trust.authority.Issuing;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.RequestId;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.SignatureCertificateApplication;
import org.openmyna.trust.authority.UserAuthenticationCertificateApplication;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificationRequest;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What the counter asks of the two authorities: certified, written, active, or discarded. Each
 * request has a name that the counter drew and noted before it asked.
 */
final class Certificates {
    private final CertificationAuthority signatureCa;
    private final CertificationAuthority userAuthenticationCa;
    private final IssuerKeys keys;

    Certificates(
            CertificationAuthority signatureCa,
            CertificationAuthority userAuthenticationCa,
            IssuerKeys keys) {
        this.signatureCa = signatureCa;
        this.userAuthenticationCa = userAuthenticationCa;
        this.keys = keys;
    }

    /** A request of one of the two authorities. */
    record Name(CaKind kind, String value) {
        RequestId id() {
            return new RequestId(value);
        }
    }

    /**
     * @param replaces why the person's present certificate of the kind ends, once this one is
     *     active
     * @param renewedEnd when the certificate to be renewed ends
     */
    record Purpose(RevocationReason replaces, Optional<Instant> renewedEnd) {}

    byte[] signatureCaCertificate() {
        return signatureCa.certificate().der();
    }

    byte[] userAuthenticationCaCertificate() {
        return userAuthenticationCa.certificate().der();
    }

    JpkiCertificate userAuthentication(
            Applicant person, CertificationRequest request, Name name, Purpose purpose) {
        var first =
                UserAuthenticationCertificateApplication.first(
                        request,
                        person.office(),
                        person.fourItems().birthDate(),
                        person.cardLastDay());
        var application = purpose.renewedEnd().map(first::renewing).orElse(first);
        return issue(
                person,
                name,
                purpose,
                reservation -> userAuthenticationCa.issue(reservation, application));
    }

    /** As above, and never longer than the user authentication certificate beside it. */
    JpkiCertificate signature(
            Applicant person,
            CertificationRequest request,
            JpkiCertificate user,
            Name name,
            Purpose purpose) {
        var first =
                SignatureCertificateApplication.first(
                                request, person.fourItems(), person.office(), person.cardLastDay())
                        .besideUserAuthenticationUntil(user.notAfter());
        var application = purpose.renewedEnd().map(first::renewing).orElse(first);
        return issue(
                person, name, purpose, reservation -> signatureCa.issue(reservation, application));
    }

    /**
     * What an interrupted personalisation or act of the same person left under way is discarded.
     */
    private JpkiCertificate issue(
            Applicant person,
            Name name,
            Purpose purpose,
            Function<Reservation, JpkiCertificate> work) {
        HolderId holder = keys.holder(person.residentRecordCode());
        var reservation =
                new Reservation(
                        name.id(),
                        holder,
                        person.office(),
                        CertificateMedium.CARD,
                        Optional.of(purpose.replaces()));
        try {
            return work.apply(reservation);
        } catch (HolderHasUnfinishedRequest left) {
            authority(name.kind())
                    .pendingOf(holder)
                    .filter(each -> each.medium() == CertificateMedium.CARD)
                    .ifPresent(each -> discard(new Name(name.kind(), each.request().value())));
            return work.apply(reservation);
        }
    }

    /** The chip holds it. */
    void written(Name name) {
        authority(name.kind()).written(name.id());
    }

    /**
     * It was delivered; what it replaces is revoked. One that somebody has discarded meanwhile,
     * because the person got another card, stays dead.
     */
    void activate(Name name) {
        if (state(name).map(state -> state == IssuingState.DISCARDED).orElse(true)) return;
        authority(name.kind()).activate(name.id());
    }

    /** Thrown away before delivery; nothing if it was never asked for, or is thrown away. */
    void discard(Name name) {
        if (state(name).map(IssuingState::isUnfinished).orElse(false)) {
            authority(name.kind()).discard(name.id());
        }
    }

    private Optional<IssuingState> state(Name name) {
        return authority(name.kind()).issuing(name.id()).map(Issuing::state);
    }

    /** Ends it, however far it has come. */
    void end(JpkiCertificate certificate, RevocationReason reason) {
        CertificationAuthority authority = authority(certificate.kind());
        authority
                .find(certificate.serial())
                .ifPresent(found -> {
                    if (found.state().isUnfinished()) {
                        authority.discard(found.request());
                    } else {
                        authority.revoke(certificate.serial(), reason);
                    }
                });
    }

    private CertificationAuthority authority(CaKind kind) {
        return switch (kind) {
            case SIGNATURE -> signatureCa;
            case USER_AUTHENTICATION -> userAuthenticationCa;
        };
    }
}
