package org.openmyna.trust.authority;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.trust.authority.log.SerialColumn;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/** Revocation, hold and its lifting at one CA, for one certificate or for many. */
final class Endings {
    /** So many are revoked in one transaction of a bulk revocation. */
    private static final int BATCH = 2_000;

    private static final String OF_HOLDERS = bulk("holder");
    private static final String OF_OFFICE = bulk("office");

    private final CaKind ca;
    private final Engine engine;
    private final Archive archive;

    Endings(CaKind ca, Engine engine, Archive archive) {
        this.ca = ca;
        this.engine = engine;
        this.archive = archive;
    }

    /** Discarded ones have ended, revoked ones too, but not those on hold. */
    private static String bulk(String column) {
        return """
        SELECT generation, serial
          FROM certificate
         WHERE generation BETWEEN ? AND ? AND (generation, serial) > (?, ?)
           AND state < 5 AND (revoked_reason IS NULL OR revoked_reason = 6)
           AND %s = ANY (?)
         ORDER BY generation, serial
         LIMIT ?
        """
                .formatted(column);
    }

    CertificateStatus.Revoked revoke(CertificateSerial serial, RevocationReason reason) {
        return run(new EndingActs.Revoke(new Page.SerialKey(ca, serial), reason));
    }

    void liftHold(CertificateSerial serial) {
        run(new EndingActs.LiftHold(new Page.SerialKey(ca, serial)));
    }

    long revokeAllOf(Collection<HolderId> holders, RevocationReason reason) {
        return revokeAll(OF_HOLDERS, holders.stream().map(HolderId::value).toList(), reason);
    }

    long revokeAllOf(MunicipalityCode office, RevocationReason reason) {
        return revokeAll(OF_OFFICE, List.of(office.fiveDigits()), reason);
    }

    /** A page of keys is read in peace, then decided under the clock. */
    private long revokeAll(String sql, List<String> values, RevocationReason reason) {
        long count = 0;
        Optional<CertificateKey> last = Optional.empty();
        while (true) {
            List<CertificateKey> page = page(sql, values, last);
            if (page.isEmpty()) return count;
            count += run(new EndingActs.RevokeMany(page, reason));
            last = Optional.of(page.getLast());
        }
    }

    private List<CertificateKey> page(
            String sql, List<String> values, Optional<CertificateKey> last) {
        return archive.list(
                sql,
                ask -> {
                    ask.setShort(1, archive.first());
                    ask.setShort(2, archive.last());
                    ask.setShort(3, last.map(CertificateKey::generation).orElse(archive.first()));
                    ask.setBytes(
                            4,
                            last.map(key -> SerialColumn.bytes(key.serial())).orElse(new byte[0]));
                    ask.setArray(5, ask.getConnection().createArrayOf("text", values.toArray()));
                    ask.setInt(6, BATCH);
                },
                row ->
                        new CertificateKey(
                                row.getShort("generation"),
                                SerialColumn.serial(row.getBytes("serial"))));
    }

    private <T> T run(Act<T> act) {
        return engine.writer().run(act, Instant.EPOCH);
    }
}
