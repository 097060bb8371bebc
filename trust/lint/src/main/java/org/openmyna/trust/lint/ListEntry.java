package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a revocation list (RFC 5280 5.1.2.6, 5.3, reference 3.1, 3.2).
 *
 * @param serial whose certificate was revoked
 */
record ListEntry(BigInteger serial) {
    private static final int LAST_REASON = 6;

    /**
     * @param before the entry in front of it
     * @param number which entry it is, from 0
     * @param thisUpdate null where the list's own was unreadable
     */
    static ListEntry check(
            Der in, ListEntry before, long number, @Nullable Instant thisUpdate, Findings findings)
            throws DerMalformed {
        String field = "entry " + number;
        Der entry = in.enter(Der.SEQUENCE, field);
        BigInteger serial = entry.integer(field);
        if (!TbsLint.inRange(serial)) {
            findings.add(StatusRule.ENTRY_SERIAL, field, "1 to 2^159 - 1", serial.toString(16));
        } else if (serial.compareTo(before.serial()) <= 0) {
            findings.add(
                    StatusRule.ENTRY_ORDER,
                    field,
                    "after " + before.serial().toString(16),
                    serial.toString(16));
        }
        Instant date = Times.rfc5280_4_1_2_5(entry, field, findings);
        if (date != null && thisUpdate != null && date.isAfter(thisUpdate)) {
            findings.add(StatusRule.ENTRY_DATE, field, "at most " + thisUpdate, date.toString());
        }
        if (entry.has()) {
            extensions(entry.enter(Der.SEQUENCE, field), field, findings);
        }
        entry.end(field);
        return new ListEntry(serial);
    }

    private static void extensions(Der list, String field, Findings findings) throws DerMalformed {
        Der extension = list.enter(Der.SEQUENCE, field);
        Der oid = extension.enter(Der.OID, field);
        if (!oid.same(Oids.REASON_CODE) || extension.tag() == Der.BOOLEAN || list.has()) {
            findings.add(
                    StatusRule.ENTRY_EXTENSION,
                    field,
                    "reasonCode, not critical",
                    Oids.dotted(oid));
            return;
        }
        Der value = extension.enter(Der.OCTET_STRING, field);
        extension.end(field);
        Der reason = value.enter(Der.ENUMERATED, field);
        value.end(field);
        if (reason.length() != 1 || reason.at(0) < 1 || reason.at(0) > LAST_REASON) {
            findings.add(StatusRule.ENTRY_REASON, field, "1 to 6", reason.shown());
        }
    }
}
