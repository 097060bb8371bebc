package org.openmyna.server.cards;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.CertificateRecord;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.IssuingState;
import org.openmyna.trust.authority.StepOutOfOrder;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/**
 * The last steps of a card that is under way, for whoever makes it and for whoever finds what a
 * kill left. All may be repeated; the caller holds the {@link PersonLock}.
 */
final class Delivery {
    private final CardStore store;
    private final CardDrawer drawer;
    private final Authorities authorities;

    Delivery(CardStore store, CardDrawer drawer, Authorities authorities) {
        this.store = store;
        this.drawer = drawer;
        this.authorities = authorities;
    }

    private record Certificate(CaKind kind, CertificateSerial serial) {}

    /** Brings a card that nobody is making any more to where it belongs. */
    void settle(CardRow left) {
        switch (left.state()) {
            case MAKING -> abandon(left);
            case DELIVERING -> {
                if (activate(left)) {
                    var unused = store.live(left.id());
                } else {
                    takeBack(left);
                }
            }
            case LIVING, LAPSED, DISCARDED -> {}
        }
    }

    /** Nothing was decided: what the authorities have under way for the person is discarded. */
    private void abandon(CardRow left) {
        for (CaKind kind : CaKind.values()) {
            CertificationAuthority authority = authorities.authority(kind);
            authority
                    .pendingOf(left.holder())
                    .filter(each -> each.medium() == CertificateMedium.CARD)
                    .ifPresent(each -> authority.discard(each.request()));
        }
        throwAway(left);
    }

    /**
     * Makes the certificates of a decided card good.
     *
     * @return false if somebody has ended one before it was: then the card is taken back
     */
    boolean activate(CardRow decided) {
        return certificates(decided).stream().allMatch(this::isActiveNow);
    }

    private boolean isActiveNow(Certificate certificate) {
        CertificationAuthority authority = authorities.authority(certificate.kind());
        Optional<CertificateRecord> known = authority.find(certificate.serial());
        if (known.isEmpty() || known.get().state() == IssuingState.DISCARDED) return false;
        try {
            authority.activate(known.get().request());
            return true;
        } catch (StepOutOfOrder endedMeanwhile) {
            return false;
        }
    }

    /** The register was faster than the delivery: nothing of the card may be good. */
    void takeBack(CardRow decided) {
        for (Certificate each : certificates(decided)) {
            CertificationAuthority authority = authorities.authority(each.kind());
            authority.find(each.serial()).ifPresent(known -> end(authority, known));
        }
        throwAway(decided);
    }

    private static void end(CertificationAuthority authority, CertificateRecord known) {
        if (known.state().isUnfinished()) {
            authority.discard(known.request());
        } else if (known.state() == IssuingState.ACTIVE) {
            var unused = authority.revoke(known.serial(), RevocationReason.UNSPECIFIED);
        }
    }

    private void throwAway(CardRow row) {
        drawer.throwAway(row.name());
        store.discard(row.id());
    }

    /** The one that a change of the register ends first is the first. */
    private static List<Certificate> certificates(CardRow row) {
        MadeCard made = row.made().orElseThrow();
        return Stream.concat(
                        made.signatureSerial().stream().map(each -> of(CaKind.SIGNATURE, each)),
                        Stream.of(of(CaKind.USER_AUTHENTICATION, made.userAuthenticationSerial())))
                .toList();
    }

    private static Certificate of(CaKind kind, String serial) {
        return new Certificate(kind, new CertificateSerial(new BigInteger(serial, 16)));
    }
}
