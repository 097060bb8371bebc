package org.openmyna.trust.authority;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

/**
 * Ledger and register under one lock: what may happen, happens here one after the other. Slow work
 * (signing, waiting for the disk) is done outside the lock.
 */
final class Books implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Ledger ledger;
    private final Register register;
    private final Set<HolderId> beingServed = new HashSet<>();
    private BigInteger lastSerial;

    Books(Ledger ledger, Register register) {
        this.ledger = ledger;
        this.register = register;
        this.lastSerial = register.highestSerial();
    }

    /** What a new revocation list says. */
    record Listing(long number, Instant thisUpdate, List<RevocationList.Revoked> entries) {}

    /**
     * Gives away the next serial and writes down what is made with it. A serial is given once, even
     * when nothing comes of it.
     */
    JpkiCertificate issue(
            Optional<HolderId> holder,
            Instant now,
            Function<CertificateSerial, JpkiCertificate> maker) {
        CertificateSerial serial = underLock(() -> reserve(holder, now));
        JpkiCertificate certificate;
        long ticket;
        try {
            certificate = maker.apply(serial);
            ticket = underLock(() -> record(new LedgerEntry.Issued(certificate, holder)));
        } finally {
            underLock(() -> holder.map(beingServed::remove));
        }
        ledger.awaitDurable(ticket);
        return certificate;
    }

    private CertificateSerial reserve(Optional<HolderId> holder, Instant now) {
        holder.flatMap(id -> register.livingCertificateOf(id, now))
                .ifPresent(living -> {
                    throw new HolderHasLivingCertificate(living.toString());
                });
        if (!holder.map(beingServed::add).orElse(true)) {
            throw new HolderHasLivingCertificate("…");
        }
        lastSerial = lastSerial.add(BigInteger.ONE);
        return new CertificateSerial(lastSerial);
    }

    /** Revokes, or answers what stands since an earlier call. */
    CertificateStatus.Revoked revoke(
            CertificateSerial serial, RevocationReason reason, Instant now) {
        long[] ticket = new long[1];
        CertificateStatus.Revoked standing =
                underLock(() -> {
                    Instant begin =
                            register.beginOf(serial)
                                    .orElseThrow(
                                            () -> new CertificateNeverIssued(serial.toString()));
                    if (register.statusOf(serial) instanceof CertificateStatus.Revoked before) {
                        ticket[0] = ledger.last();
                        return before;
                    }
                    Instant when = latest(now, begin, register.lastRevocation());
                    ticket[0] = record(new LedgerEntry.Revoked(serial, when, reason));
                    return new CertificateStatus.Revoked(when, reason);
                });
        ledger.awaitDurable(ticket[0]);
        return standing;
    }

    /** Draws up a list; its number is used from then on. */
    Listing list(String scope, Instant now) {
        long[] ticket = new long[1];
        Listing listing =
                underLock(() -> {
                    Listing next =
                            new Listing(
                                    register.lastListNumber() + 1,
                                    latest(now, register.earliestNextList()),
                                    register.entriesOf(scope));
                    ticket[0] =
                            record(new LedgerEntry.Listed(next.number(), next.thisUpdate(), scope));
                    return next;
                });
        ledger.awaitDurable(ticket[0]);
        return listing;
    }

    CertificateStatus statusOf(CertificateSerial serial) {
        return underLock(() -> {
            // a ledger that failed knows less than the register: then nothing is answered
            ledger.last();
            return register.statusOf(serial);
        });
    }

    Optional<CertificateSerial> livingCertificateOf(HolderId holder, Instant now) {
        return underLock(() -> {
            ledger.last(); // as in statusOf
            return register.livingCertificateOf(holder, now);
        });
    }

    boolean isNameTaken(String commonName) {
        return underLock(() -> register.isNameTaken(commonName));
    }

    Set<DistributionPoint> points() {
        return underLock(register::points);
    }

    /** The register first: what it refuses must not reach the ledger, which forgets nothing. */
    private long record(LedgerEntry entry) {
        register.apply(entry);
        return ledger.append(entry);
    }

    /** Work that fails only in our own ways. */
    private interface Work<T> {
        T done();
    }

    private <T> T underLock(Work<T> work) {
        lock.lock();
        try {
            return work.done();
        } finally {
            lock.unlock();
        }
    }

    private static Instant latest(Instant... moments) {
        return Arrays.stream(moments).max(Instant::compareTo).orElseThrow();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            ledger.close();
        } finally {
            lock.unlock();
        }
    }
}
