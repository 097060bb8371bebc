package org.openmyna.trust.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openmyna.trust.lint.ExtensionsLint.Spec;

/** Certificates of delegated OCSP responders (RFC 6960 4.2.2.2, reference 3.3). */
final class ResponderLint extends TbsLint {
    private static final Duration LONGEST = Duration.ofDays(90);
    private final ExpectedResponder expected;
    private final ExpectedAuthority authority;

    ResponderLint(ExpectedResponder expected) {
        this.expected = expected;
        this.authority = expected.authority();
    }

    @Override
    Fields expected() {
        return new Fields(
                expected.serial(),
                Names.reference1_1(authority.kind(), authority.hierarchy()),
                expected.notBefore(),
                expected.notAfter(),
                expected.ownKey());
    }

    @Override
    void subject(Der in) throws DerMalformed {
        Names.check(in, Names.responder(authority, expected.commonName()), "subject", findings);
    }

    @Override
    void validity(Instant notBefore, Instant notAfter) {
        noLaterThan(notAfter, authority.notAfter(), "notAfter");
        if (notAfter.isAfter(notBefore.plus(LONGEST))) {
            findings.add(
                    ExtensionRule.RESPONDER_LIFE,
                    "notAfter",
                    "at most " + notBefore.plus(LONGEST),
                    notAfter.toString());
        }
    }

    @Override
    ExtensionsLint extensions(byte[] keyId) {
        return new ExtensionsLint(
                List.of(
                        ExtensionSpecs.keyUsage((byte) 0x07, (byte) 0x80),
                        ExtensionSpecs.keyPurpose(Oids.OCSP_SIGNING),
                        new Spec(
                                "ocsp-nocheck",
                                Oids.OCSP_NO_CHECK,
                                false,
                                ResponderLint::rfc6960_4_2_2_2_1),
                        KeyIdSpecs.authorityKey(authority),
                        KeyIdSpecs.subjectKey(keyId)),
                findings);
    }

    private static void rfc6960_4_2_2_2_1(Der value, Findings findings) throws DerMalformed {
        int tag = value.tag();
        Der content = value.any("ocsp-nocheck");
        if (tag != Der.NULL || content.length() != 0) {
            findings.add(ExtensionRule.NO_CHECK, "ocsp-nocheck", "NULL", "something else");
        }
    }
}
