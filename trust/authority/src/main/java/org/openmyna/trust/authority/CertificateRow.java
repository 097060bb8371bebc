package org.openmyna.trust.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.SerialColumn;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateMedium;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/**
 * A row of table {@code certificate}, without the certificate itself.
 *
 * @param revoked what the engine decided last; a hold that was lifted leaves none
 */
record CertificateRow(
        CertificateKey key,
        IssuingState state,
        RequestId request,
        HolderId holder,
        String office,
        String point,
        CertificateMedium medium,
        Optional<RevocationReason> replacing,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        Optional<String> commonName,
        Optional<CertificateStatus.Revoked> revoked,
        Instant changedAt) {
    static final String COLUMNS =
            """
            c.generation, c.serial, c.state, c.request_id, c.holder, c.office, c.point, c.medium,
            c.replacing, c.common_name, c.revoked_reason,
            extract(epoch FROM c.not_before)::bigint AS not_before,
            extract(epoch FROM c.not_after)::bigint AS not_after,
            extract(epoch FROM c.revoked_at)::bigint AS revoked_at,
            extract(epoch FROM c.changed_at)::bigint AS changed_at
            """;

    static CertificateRow from(ResultSet row) throws SQLException {
        Optional<RevocationReason> reason =
                Sql.number(row, "revoked_reason").flatMap(RevocationReason::ofCode);
        Optional<Instant> revokedAt = Sql.moment(row, "revoked_at");
        return new CertificateRow(
                new CertificateKey(
                        row.getShort("generation"), SerialColumn.serial(row.getBytes("serial"))),
                IssuingState.ofCode(row.getShort("state")),
                new RequestId(row.getString("request_id")),
                new HolderId(row.getString("holder")),
                row.getString("office"),
                row.getString("point"),
                Sql.medium(row.getShort("medium")),
                Sql.number(row, "replacing").flatMap(RevocationReason::ofCode),
                Sql.moment(row, "not_before"),
                Sql.moment(row, "not_after"),
                Optional.ofNullable(row.getString("common_name")),
                reason.flatMap(
                        why -> revokedAt.map(when -> new CertificateStatus.Revoked(when, why))),
                Sql.moment(row, "changed_at").orElseThrow());
    }

    /** A row that is about to be written. */
    static CertificateRow reserved(CertificateKey key, Reservation wish, Instant date) {
        return new CertificateRow(
                key,
                IssuingState.RESERVED,
                wish.request(),
                wish.holder(),
                wish.office().code().fiveDigits(),
                wish.office().prefecture() + "/" + wish.office().municipality(),
                wish.medium(),
                wish.replacing(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                date);
    }

    CaKind ca() {
        return Generation.caOf(key.generation());
    }

    CertificateSerial serial() {
        return key.serial();
    }

    HoldingKey holding() {
        return new HoldingKey(ca(), holder, medium);
    }

    RequestKey requestKey() {
        return new RequestKey(ca(), request);
    }

    boolean isFor(Reservation wish) {
        CertificateRow asked = reserved(key, wish, changedAt);
        return holder.equals(asked.holder)
                && medium == asked.medium
                && office.equals(asked.office)
                && point.equals(asked.point)
                && replacing.equals(asked.replacing);
    }

    boolean isOnHold() {
        return revoked.map(each -> each.reason() == RevocationReason.CERTIFICATE_HOLD)
                .orElse(false);
    }

    CertificateRow at(IssuingState step, Instant date) {
        return new CertificateRow(
                key,
                step,
                request,
                holder,
                office,
                point,
                medium,
                replacing,
                notBefore,
                notAfter,
                commonName,
                revoked,
                date);
    }

    CertificateRow certified(Instant begin, Instant end, String name, Instant date) {
        return new CertificateRow(
                key,
                IssuingState.CERTIFIED,
                request,
                holder,
                office,
                point,
                medium,
                replacing,
                Optional.of(begin),
                Optional.of(end),
                Optional.of(name),
                revoked,
                date);
    }

    CertificateRow revoked(Optional<CertificateStatus.Revoked> ended) {
        return new CertificateRow(
                key,
                state,
                request,
                holder,
                office,
                point,
                medium,
                replacing,
                notBefore,
                notAfter,
                commonName,
                ended,
                changedAt);
    }
}
