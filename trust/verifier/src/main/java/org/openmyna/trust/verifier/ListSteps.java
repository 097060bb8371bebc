package org.openmyna.trust.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationList.Revoked;
import org.openmyna.trust.profile.RevocationListView;

/** Step 6 of the JPKI reference 5.2 by a revocation list (RFC 5280 6.3.3). */
final class ListSteps {
    private final Freshness freshness;
    private final Trail trail;
    private final Instant time;

    ListSteps(Freshness freshness, Trail trail, Instant time) {
        this.freshness = freshness;
        this.trail = trail;
        this.time = time;
    }

    void step6_notRevoked(HandedIn leaf, Generation issuer, RevocationListView list) {
        trail.passed(VerifierCheck.STATUS_FOUND, Map.of("by", "CRL"));
        step6_listSignature(list, issuer);
        step6_listScope(leaf, list);
        step6_listFresh(leaf, list);
        step6_notListed(leaf, list);
    }

    /** The generation that issued the certificate also issues its list. */
    private void step6_listSignature(RevocationListView list, Generation issuer) {
        Map<String, String> number = Map.of("cRLNumber", list.number().toString());
        trail.require(
                VerifierCheck.REVOCATION_LIST_SIGNATURE,
                issuer.signed(list),
                VerifierError.REVOCATION_LIST_SIGNATURE_WRONG,
                number);
        trail.passed(VerifierCheck.REVOCATION_LIST_SIGNATURE, number);
    }

    /**
     * A list without a point is about all of the generation. JPKI has complete lists alone: where a
     * certificate names lists of changes too, which nobody reads here, its status is not known.
     */
    private void step6_listScope(HandedIn leaf, RevocationListView list) {
        trail.require(
                VerifierCheck.REVOCATION_LIST_SCOPE,
                !leaf.namesDeltaList(),
                VerifierError.REVOCATION_LIST_UNUSABLE,
                Map.of("what", "freshestCRL"));
        String scope =
                list.scope()
                        .map(point -> point.prefecture() + " " + point.municipality())
                        .orElse("all");
        trail.require(
                VerifierCheck.REVOCATION_LIST_SCOPE,
                list.covers(leaf.certificate()),
                VerifierError.REVOCATION_LIST_OF_ANOTHER_PLACE,
                Map.of("what", scope));
        trail.passed(VerifierCheck.REVOCATION_LIST_SCOPE, Map.of("scope", scope));
    }

    /**
     * A list made before the time must not be old then. One made after it knows even more, as long
     * as the certificate had not expired by then: entries of expired certificates are dropped.
     */
    private void step6_listFresh(HandedIn leaf, RevocationListView list) {
        Map<String, String> dates =
                Map.of(
                        "thisUpdate", list.thisUpdate().toString(),
                        "nextUpdate", list.nextUpdate().toString(),
                        "time", time.toString());
        trail.require(
                VerifierCheck.REVOCATION_LIST_FRESH,
                !list.thisUpdate().isAfter(trail.now().plus(freshness.clockSkew())),
                VerifierError.REVOCATION_LIST_FROM_THE_FUTURE,
                dates);
        boolean madeAfter = list.thisUpdate().isAfter(time.plus(freshness.clockSkew()));
        if (madeAfter) {
            trail.require(
                    VerifierCheck.REVOCATION_LIST_FRESH,
                    !list.thisUpdate().isAfter(leaf.certificate().notAfter()),
                    VerifierError.REVOCATION_LIST_UNUSABLE,
                    Map.of("what", "made after the certificate expired"));
        } else {
            Duration age = Duration.between(list.thisUpdate(), time);
            boolean fresh =
                    age.compareTo(freshness.listAge()) <= 0 && !time.isAfter(list.nextUpdate());
            trail.require(
                    VerifierCheck.REVOCATION_LIST_FRESH,
                    fresh,
                    VerifierError.REVOCATION_LIST_STALE,
                    dates);
        }
        trail.passed(VerifierCheck.REVOCATION_LIST_FRESH, dates);
    }

    /**
     * An entry from after the time leaves the certificate good at that time, unless it lies in the
     * future or tells that the authority's key is lost, for which no date can be believed.
     */
    private void step6_notListed(HandedIn leaf, RevocationListView list) {
        CertificateSerial serial = leaf.certificate().serial();
        list.find(serial)
                .ifPresent(entry -> {
                    Map<String, String> found =
                            Map.of(
                                    "serial", serial.toString(),
                                    "since", entry.when().toString(),
                                    "reason", entry.reason().name());
                    trail.require(
                            VerifierCheck.NOT_REVOKED,
                            isLater(entry),
                            VerifierError.CERTIFICATE_REVOKED,
                            found);
                });
        trail.passed(
                VerifierCheck.NOT_REVOKED,
                Map.of(
                        "serial", serial.toString(),
                        "entries", Integer.toString(list.size()),
                        "dataOf", list.thisUpdate().toString()));
    }

    private boolean isLater(Revoked entry) {
        return Revocations.areLater(entry.reason(), entry.when(), time, trail.now());
    }
}
