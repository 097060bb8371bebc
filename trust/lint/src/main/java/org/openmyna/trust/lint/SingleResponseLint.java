package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.lint.ExpectedOcspResponse.Answer;
import org.openmyna.trust.lint.ExpectedOcspResponse.Status;

/** One SingleResponse (RFC 6960 4.2.1). */
final class SingleResponseLint {
    private static final int LAST_REASON = 6;

    private final Answer expected;
    private final String field;
    private final Instant producedAt;
    private final Findings findings;

    SingleResponseLint(Answer expected, int number, Instant producedAt, Findings findings) {
        this.expected = expected;
        this.field = "responses[" + number + "]";
        this.producedAt = producedAt;
        this.findings = findings;
    }

    void check(Der in) throws DerMalformed {
        certId(in.enter(Der.SEQUENCE, field + ".certID"));
        status(in);
        Instant from = Times.rfc6960_4_2_1(in, field + ".thisUpdate", findings);
        Times.must(
                from,
                expected.thisUpdate(),
                StatusRule.THIS_UPDATE,
                field + ".thisUpdate",
                findings);
        Instant to = nextUpdate(in);
        boolean fits =
                (from == null || !from.isAfter(producedAt))
                        && (to == null || to.isAfter(producedAt));
        if (!fits) {
            findings.add(StatusRule.DATES_FIT, field, "" + producedAt, from + " to " + to);
        }
        archiveCutoff(in);
        in.end(field);
    }

    private void certId(Der in) throws DerMalformed {
        Der algorithm = in.enter(Der.SEQUENCE, "hashAlgorithm");
        Der oid = algorithm.enter(Der.OID, "hashAlgorithm");
        if (algorithm.has()) {
            algorithm.enter(Der.NULL, "parameters").end("parameters");
        }
        algorithm.end("hashAlgorithm");
        Der name = in.enter(Der.OCTET_STRING, "issuerNameHash");
        Der key = in.enter(Der.OCTET_STRING, "issuerKeyHash");
        BigInteger serial = in.integer("serialNumber");
        in.end("certID");
        byte[] hash =
                switch (expected.hash()) {
                    case SHA_1 -> Oids.SHA_1;
                    case SHA_256 -> Oids.SHA_256;
                };
        boolean same =
                oid.same(hash)
                        && name.same(expected.issuerNameHash())
                        && key.same(expected.issuerKeyHash())
                        && serial.equals(expected.serial());
        if (!same) {
            findings.add(
                    StatusRule.CERT_ID,
                    field + ".certID",
                    expected.hash() + " " + expected.serial().toString(16),
                    Oids.dotted(oid) + " " + serial.toString(16));
        }
    }

    private void status(Der in) throws DerMalformed {
        int tag = in.tag();
        Der content = in.any("certStatus");
        int wanted =
                switch (expected.status()) {
                    case Status.Good() -> 0x80;
                    case Status.Revoked revoked -> 0xA1;
                    case Status.Unknown() -> 0x82;
                };
        if (tag != wanted) {
            findings.add(StatusRule.STATUS, field + ".certStatus", Der.hex(wanted), Der.hex(tag));
        } else if (expected.status() instanceof Status.Revoked revoked) {
            revoked(content, revoked);
        } else {
            content.end("certStatus");
        }
    }

    private void revoked(Der in, Status.Revoked expected) throws DerMalformed {
        String place = field + ".revocationTime";
        Instant at = Times.rfc6960_4_2_1(in, place, findings);
        Times.must(at, expected.at(), StatusRule.REVOKED_AT, place, findings);
        if (at != null && at.isAfter(this.expected.thisUpdate())) {
            findings.add(
                    StatusRule.DATES_FIT,
                    place,
                    "at most " + this.expected.thisUpdate(),
                    at.toString());
        }
        int reason = 0;
        boolean present = in.has();
        if (present) {
            Der wrapped = in.enter(0xA0, "revocationReason");
            Der code = wrapped.enter(Der.ENUMERATED, "CRLReason");
            wrapped.end("revocationReason");
            reason = code.length() == 1 ? code.at(0) : -1;
        }
        in.end("RevokedInfo");
        boolean right = reason == expected.reason() && (!present || reason >= 1);
        if (!right || reason > LAST_REASON) {
            findings.add(
                    StatusRule.REVOKED_REASON,
                    field + ".revocationReason",
                    "" + expected.reason(),
                    "" + reason);
        }
    }

    private @Nullable Instant nextUpdate(Der in) throws DerMalformed {
        String place = field + ".nextUpdate";
        Optional<Instant> wanted = expected.nextUpdate();
        boolean present = in.tag() == 0xA0;
        if (present != wanted.isPresent()) {
            findings.add(StatusRule.NEXT_UPDATE, place, "" + wanted.isPresent(), "" + present);
        }
        if (!present) {
            return null;
        }
        Der wrapped = in.enter(0xA0, place);
        Instant found = Times.rfc6960_4_2_1(wrapped, place, findings);
        wrapped.end(place);
        if (wanted.isPresent()) {
            Times.must(found, wanted.get(), StatusRule.NEXT_UPDATE, place, findings);
        }
        return found;
    }

    private void archiveCutoff(Der in) throws DerMalformed {
        String place = field + ".archiveCutoff";
        Optional<Instant> wanted = expected.archiveCutoff();
        if (!in.has()) {
            if (wanted.isPresent()) {
                findings.add(StatusRule.ARCHIVE_CUTOFF, place, wanted.get().toString(), "none");
            }
            return;
        }
        Der wrapped = in.enter(0xA1, "singleExtensions");
        Der list = wrapped.enter(Der.SEQUENCE, "singleExtensions");
        wrapped.end("singleExtensions");
        Der extension = list.enter(Der.SEQUENCE, "extension");
        Der oid = extension.enter(Der.OID, "extnID");
        if (!oid.same(Oids.OCSP_ARCHIVE_CUTOFF) || extension.tag() == Der.BOOLEAN || list.has()) {
            findings.add(StatusRule.OCSP_EXTENSION, field, "one archiveCutoff", Oids.dotted(oid));
            return;
        }
        Der value = extension.enter(Der.OCTET_STRING, "extnValue");
        extension.end("extension");
        Instant found = Times.rfc6960_4_2_1(value, place, findings);
        value.end(place);
        if (wanted.isEmpty()) {
            findings.add(StatusRule.ARCHIVE_CUTOFF, place, "none", "" + found);
        } else {
            Times.must(found, wanted.get(), StatusRule.ARCHIVE_CUTOFF, place, findings);
        }
    }
}
