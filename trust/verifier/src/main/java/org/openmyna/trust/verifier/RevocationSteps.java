package org.openmyna.trust.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList.Revoked;
import org.openmyna.trust.profile.RevocationListView;
import org.openmyna.trust.profile.RevocationReason;

/**
 * Step 6 of the JPKI reference 5.2: the status of one certificate by its revocation list (RFC 5280
 * 6.3.3). Whatever is missing, old or not meant for this certificate ends the verification.
 */
final class RevocationSteps {
    private final RevocationSource revocation;
    private final Freshness freshness;
    private final Trail trail;
    private final Instant time;

    RevocationSteps(RevocationSource revocation, Freshness freshness, Trail trail, Instant time) {
        this.revocation = revocation;
        this.freshness = freshness;
        this.trail = trail;
        this.time = time;
    }

    void step6_notRevoked(HandedIn leaf, Generation issuer) {
        RevocationListView list = step6_listFound(leaf);
        step6_listSignature(list, issuer);
        step6_listScope(leaf, list);
        step6_listFresh(leaf, list);
        step6_notListed(leaf, list);
    }

    private RevocationListView step6_listFound(HandedIn leaf) {
        JpkiCertificate certificate = leaf.certificate();
        DistributionPoint point =
                certificate
                        .distributionPoint()
                        .orElseThrow(() ->
                                trail.failed(
                                        VerifierCheck.REVOCATION_LIST_FOUND,
                                        VerifierError.DISTRIBUTION_POINT_MISSING,
                                        Map.of()));
        Map<String, String> wanted =
                Map.of("distributionPoint", point.prefecture() + " " + point.municipality());
        RevocationListView list =
                revocation
                        .find(
                                new RevocationSource.Wanted(
                                        certificate.kind(),
                                        certificate.hierarchy(),
                                        leaf.keyId(),
                                        point))
                        .orElseThrow(() ->
                                trail.failed(
                                        VerifierCheck.REVOCATION_LIST_FOUND,
                                        VerifierError.REVOCATION_LIST_MISSING,
                                        wanted));
        trail.passed(VerifierCheck.REVOCATION_LIST_FOUND, wanted);
        return list;
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

    /** A list without a point is about all of the generation. */
    private void step6_listScope(HandedIn leaf, RevocationListView list) {
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
        return entry.reason() != RevocationReason.CA_COMPROMISE
                && entry.when().isAfter(time)
                && !entry.when().isAfter(trail.now());
    }
}
