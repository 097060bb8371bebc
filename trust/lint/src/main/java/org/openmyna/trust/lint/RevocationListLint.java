package org.openmyna.trust.lint;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Revocation lists (RFC 5280 5.1, 5.2, reference 3.1), read as a stream: one entry at a time. */
final class RevocationListLint {
    private static final String TBS = "tbsCertList";
    private static final int MOST_FIELD = 64 * 1024;

    private final ExpectedRevocationList expected;
    private final Findings findings = new Findings();
    private @Nullable Instant thisUpdate;

    RevocationListLint(ExpectedRevocationList expected) {
        this.expected = expected;
        this.thisUpdate = expected.thisUpdate();
    }

    /**
     * @param length of the whole tbsCertList, in bytes
     */
    List<Finding> check(InputStream in, long length) throws IOException {
        try {
            DerStream file = new DerStream(in, length);
            long content = file.enter(Der.SEQUENCE, TBS);
            if (content != file.left()) {
                throw new DerMalformed("nothing more in " + TBS, "another length");
            }
            rfc5280_5_1_2(file);
        } catch (DerMalformed e) {
            findings.add(CertificateRule.STRICT_DER, TBS, e.expected(), e.found());
        }
        return findings.list();
    }

    private void rfc5280_5_1_2(DerStream in) throws IOException, DerMalformed {
        if (in.tag() == Der.INTEGER) {
            BigInteger version = in.element(MOST_FIELD, "version").integer("version");
            mustBe(version.equals(BigInteger.ONE), StatusRule.LIST_VERSION, "version", "v2");
        } else {
            mustBe(false, StatusRule.LIST_VERSION, "version", "v2");
        }
        TbsLint.algorithm(in.element(MOST_FIELD, "signature"), "signature", findings);
        ExpectedAuthority authority = expected.authority();
        Names.check(
                in.element(MOST_FIELD, "issuer"),
                Names.reference1_1(authority.kind(), authority.hierarchy()),
                "issuer",
                findings);
        updates(in);
        long entries = 0;
        if (in.tag() == Der.SEQUENCE) {
            entries = entries(in);
            mustBe(entries > 0, StatusRule.ENTRIES_ABSENT, "revokedCertificates", "absent");
        }
        if (entries != expected.entries()) {
            findings.add(
                    StatusRule.ENTRY_COUNT,
                    "revokedCertificates",
                    "" + expected.entries(),
                    "" + entries);
        }
        if (in.left() == 0) {
            findings.add(ExtensionRule.MISSING, "crlExtensions", "some", "none");
            return;
        }
        Der wrapped = in.element(MOST_FIELD, "crlExtensions").enter(0xA0, "crlExtensions");
        new ListExtensions(expected, findings).check(wrapped);
        if (in.left() != 0) {
            throw new DerMalformed("nothing more in " + TBS, in.left() + " more bytes");
        }
    }

    private void mustBe(boolean holds, Rule rule, String field, String wanted) {
        if (!holds) {
            findings.add(rule, field, wanted, "something else");
        }
    }

    private void updates(DerStream in) throws IOException, DerMalformed {
        Instant from =
                Times.rfc5280_4_1_2_5(in.element(MOST_FIELD, "thisUpdate"), "thisUpdate", findings);
        Times.must(from, expected.thisUpdate(), StatusRule.THIS_UPDATE, "thisUpdate", findings);
        if (in.tag() != Der.UTC_TIME && in.tag() != Der.GENERALIZED_TIME) {
            findings.add(StatusRule.NEXT_UPDATE, "nextUpdate", "a time", "none");
            return;
        }
        Instant to =
                Times.rfc5280_4_1_2_5(in.element(MOST_FIELD, "nextUpdate"), "nextUpdate", findings);
        Times.must(to, expected.nextUpdate(), StatusRule.NEXT_UPDATE, "nextUpdate", findings);
        if (from != null && to != null && !from.isBefore(to)) {
            findings.add(StatusRule.UPDATE_ORDER, "nextUpdate", "after " + from, to.toString());
        }
        thisUpdate = from;
    }

    private long entries(DerStream in) throws IOException, DerMalformed {
        long length = in.enter(Der.SEQUENCE, "revokedCertificates");
        long end = in.left() - length;
        ListEntry last = new ListEntry(BigInteger.ZERO);
        long count = 0;
        while (in.left() > end) {
            Der entry = in.element(MOST_FIELD, "entry");
            if (in.left() < end) {
                throw new DerMalformed("an entry", "an element longer than what holds it");
            }
            last = ListEntry.check(entry, last, count, thisUpdate, findings);
            count++;
        }
        return count;
    }
}
