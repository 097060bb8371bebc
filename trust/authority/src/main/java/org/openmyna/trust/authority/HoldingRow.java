package org.openmyna.trust.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.SerialColumn;
import org.openmyna.trust.profile.CaKind;

/** A row of table {@code holding}. */
record HoldingRow(HoldingKey key, Optional<Living> living, Optional<Pending> pending) {
    static final String COLUMNS =
            """
            h.ca, h.holder, h.medium, h.living_generation, h.living_serial,
            extract(epoch FROM h.living_not_after)::bigint AS living_not_after,
            h.pending_generation, h.pending_serial, h.pending_request
            """;

    /** The one that was delivered and not revoked for good. */
    record Living(CertificateKey certificate, Instant notAfter) {}

    /** The one on its way. */
    record Pending(CertificateKey certificate, RequestId request) {}

    static HoldingRow empty(HoldingKey key) {
        return new HoldingRow(key, Optional.empty(), Optional.empty());
    }

    static HoldingRow from(ResultSet row) throws SQLException {
        CaKind ca =
                row.getShort("ca") == Generation.code(CaKind.SIGNATURE)
                        ? CaKind.SIGNATURE
                        : CaKind.USER_AUTHENTICATION;
        byte[] living = row.getBytes("living_serial");
        byte[] pending = row.getBytes("pending_serial");
        return new HoldingRow(
                new HoldingKey(
                        ca,
                        new HolderId(row.getString("holder")),
                        Sql.medium(row.getShort("medium"))),
                living == null
                        ? Optional.empty()
                        : Optional.of(
                                new Living(
                                        new CertificateKey(
                                                row.getShort("living_generation"),
                                                SerialColumn.serial(living)),
                                        Sql.moment(row, "living_not_after").orElseThrow())),
                pending == null
                        ? Optional.empty()
                        : Optional.of(
                                new Pending(
                                        new CertificateKey(
                                                row.getShort("pending_generation"),
                                                SerialColumn.serial(pending)),
                                        new RequestId(row.getString("pending_request")))));
    }

    HoldingRow expecting(CertificateKey certificate, RequestId request) {
        return new HoldingRow(key, living, Optional.of(new Pending(certificate, request)));
    }

    HoldingRow expectingNothing() {
        return new HoldingRow(key, living, Optional.empty());
    }

    HoldingRow living(CertificateKey certificate, Instant notAfter) {
        return new HoldingRow(key, Optional.of(new Living(certificate, notAfter)), pending);
    }

    /** Without this one, if it was the living one. */
    HoldingRow without(CertificateKey certificate) {
        return new HoldingRow(
                key, living.filter(each -> !each.certificate().equals(certificate)), pending);
    }

    /** The living certificate, unless its time is over. */
    Optional<Living> livingAt(Instant date) {
        return living.filter(each -> !each.notAfter().isBefore(date));
    }
}
