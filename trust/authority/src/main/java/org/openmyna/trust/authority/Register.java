package org.openmyna.trust.authority;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;

/**
 * What follows from the ledger, in memory. It grows through {@link #apply} alone, both when a
 * ledger is read again and when something happens, so that the two can never differ. Not safe for
 * threads: the authority holds its lock.
 */
final class Register {
    static final String ALL_USERS = "*";

    private record Subscriber(
            Instant notBefore, Instant notAfter, String scope, Optional<HolderId> holder) {}

    private final Map<CertificateSerial, Subscriber> subscribers = new HashMap<>();
    private final TreeMap<CertificateSerial, CertificateStatus.Revoked> revoked = new TreeMap<>();
    private final Map<HolderId, CertificateSerial> newest = new HashMap<>();
    private final Set<DistributionPoint> points = new HashSet<>();
    private final Set<String> commonNames = new HashSet<>();
    private final Map<String, Instant> lastListed = new HashMap<>();
    private LedgerEntry.@Nullable Established established;
    private @Nullable CaCertificate generation;
    private BigInteger highest = BigInteger.ZERO;
    private long lists;
    private Instant lastRevocation = Instant.EPOCH;
    private Instant lastList = Instant.EPOCH;

    /**
     * Takes an entry in.
     *
     * @throws LedgerLine.Unreadable if it cannot follow from those before
     */
    void apply(LedgerEntry entry) {
        switch (entry) {
            case LedgerEntry.Established first -> {
                must(established == null, "established twice");
                established = first;
            }
            case LedgerEntry.Generation(CaCertificate certificate) -> generation(certificate);
            case LedgerEntry.Issued(JpkiCertificate certificate, Optional<HolderId> holder) ->
                    issued(certificate, holder);
            case LedgerEntry.Revoked(var serial, var when, var reason) -> {
                must(subscribers.containsKey(serial), "revokes what was never issued");
                must(!revoked.containsKey(serial), "revokes twice");
                must(!when.isBefore(lastRevocation), "revokes earlier than the last");
                revoked.put(serial, new CertificateStatus.Revoked(when, reason));
                lastRevocation = when;
            }
            case LedgerEntry.Listed(long number, Instant when, String scope) -> {
                must(number == lists + 1, "list out of number");
                must(!when.isBefore(lastRevocation), "list earlier than a revocation");
                lists = number;
                lastListed.put(scope, when);
                lastList = when;
            }
        }
    }

    private void generation(CaCertificate certificate) {
        must(generation == null && established != null, "a second key generation");
        must(
                certificate.kind() == kind() && certificate.hierarchy() == hierarchy(),
                "a generation of another authority");
        generation = certificate;
        take(certificate.serial());
    }

    private void issued(JpkiCertificate certificate, Optional<HolderId> holder) {
        must(certificate.namesAsIssuer(authority()), "issued by another authority");
        CertificateSerial serial = certificate.serial();
        must(
                !subscribers.containsKey(serial) && !serial.equals(authority().serial()),
                "a serial twice");
        must(!isNameTaken(certificate.commonName()), "a common name twice");
        DistributionPoint point =
                certificate
                        .distributionPoint()
                        .orElseThrow(() -> new LedgerLine.Unreadable("no distribution point"));
        // nothing was changed up to here: an entry is taken in whole or not at all
        commonNames.add(certificate.commonName());
        points.add(point);
        subscribers.put(
                serial,
                new Subscriber(
                        certificate.notBefore(), certificate.notAfter(), scopeOf(point), holder));
        holder.ifPresent(id -> newest.put(id, serial));
        take(serial);
    }

    private void take(CertificateSerial serial) {
        highest = highest.max(serial.value());
    }

    private static void must(boolean holds, String reason) {
        if (!holds) {
            throw new LedgerLine.Unreadable(reason);
        }
    }

    CaKind kind() {
        return first().kind();
    }

    Hierarchy hierarchy() {
        return first().hierarchy();
    }

    private LedgerEntry.Established first() {
        if (established == null) {
            throw new LedgerLine.Unreadable("not established");
        }
        return established;
    }

    CaCertificate authority() {
        if (generation == null) {
            throw new LedgerLine.Unreadable("no key generation");
        }
        return generation;
    }

    /** The greatest serial that was ever used. */
    BigInteger highestSerial() {
        return highest;
    }

    boolean isNameTaken(String commonName) {
        return commonNames.contains(commonName);
    }

    CertificateStatus statusOf(CertificateSerial serial) {
        CertificateStatus.Revoked known = revoked.get(serial);
        if (known != null) {
            return known;
        }
        return subscribers.containsKey(serial) || serial.equals(authority().serial())
                ? new CertificateStatus.Good()
                : new CertificateStatus.Unknown();
    }

    /** When a certificate begins; empty for serials that no holder has. */
    Optional<Instant> beginOf(CertificateSerial serial) {
        return Optional.ofNullable(subscribers.get(serial)).map(Subscriber::notBefore);
    }

    /** The holder's certificate that is neither revoked nor over. */
    Optional<CertificateSerial> livingCertificateOf(HolderId holder, Instant now) {
        return Optional.ofNullable(newest.get(holder))
                .filter(serial -> !revoked.containsKey(serial))
                .filter(serial -> !endOf(serial).isBefore(now));
    }

    private Instant endOf(CertificateSerial serial) {
        Subscriber subscriber = subscribers.get(serial);
        return subscriber == null ? Instant.MAX : subscriber.notAfter();
    }

    Instant lastRevocation() {
        return lastRevocation;
    }

    /** A list is never earlier than what it tells, nor than the list before it. */
    Instant earliestNextList() {
        return lastList.isAfter(lastRevocation) ? lastList : lastRevocation;
    }

    long lastListNumber() {
        return lists;
    }

    Set<DistributionPoint> points() {
        return Set.copyOf(points);
    }

    /**
     * The entries of a list, by serial. A certificate that is over leaves after one more list of
     * the same scope has shown it (RFC 5280 3.3).
     */
    List<RevocationList.Revoked> entriesOf(String scope) {
        Instant shownUntil = lastListed.getOrDefault(scope, Instant.EPOCH);
        List<RevocationList.Revoked> entries = new ArrayList<>();
        revoked.forEach((serial, status) -> {
            Subscriber subscriber = subscribers.get(serial);
            if (subscriber != null
                    && (scope.equals(ALL_USERS) || scope.equals(subscriber.scope()))
                    && !subscriber.notAfter().isBefore(shownUntil)) {
                entries.add(new RevocationList.Revoked(serial, status.when(), status.reason()));
            }
        });
        return entries;
    }

    static String scopeOf(DistributionPoint point) {
        return point.prefecture() + "/" + point.municipality();
    }
}
