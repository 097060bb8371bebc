package org.openmyna.trust.lint;

import java.time.Instant;
import java.util.List;

/** Self-signed certificates of key generations (reference 1.3). */
final class CaCertificateLint extends TbsLint {
    private final ExpectedCaCertificate expected;

    CaCertificateLint(ExpectedCaCertificate expected) {
        this.expected = expected;
    }

    private List<Names.Part> name() {
        return Names.reference1_1(expected.kind(), expected.hierarchy());
    }

    @Override
    Fields expected() {
        return new Fields(
                expected.serial(),
                name(),
                expected.notBefore(),
                expected.notAfter(),
                expected.ownKey());
    }

    @Override
    void subject(Der in) throws DerMalformed {
        Names.check(in, name(), "subject", findings);
    }

    @Override
    void validity(Instant notBefore, Instant notAfter) {
        endsWithDay(notAfter);
    }

    @Override
    ExtensionsLint extensions(byte[] keyId) {
        return new ExtensionsLint(
                List.of(
                        ExtensionSpecs.keyUsage((byte) 0x01, (byte) 0x06),
                        ExtensionSpecs.alternativeName(
                                "subjectAltName",
                                Oids.SUBJECT_ALT_NAME,
                                Names.reference1_3(expected.kind())),
                        new ExtensionsLint.Spec(
                                "basicConstraints",
                                Oids.BASIC_CONSTRAINTS,
                                true,
                                CaCertificateLint::basicConstraints),
                        ExtensionSpecs.distributionPoint(name()),
                        KeyIdSpecs.subjectKey(keyId)),
                findings);
    }

    private static void basicConstraints(Der value, Findings findings) throws DerMalformed {
        Der in = value.enter(Der.SEQUENCE, "basicConstraints");
        boolean ca = in.tag() == Der.BOOLEAN && in.truth(Der.BOOLEAN, "cA");
        if (!ca || in.has()) {
            findings.add(
                    ExtensionRule.BASIC_CONSTRAINTS,
                    "basicConstraints",
                    "cA TRUE",
                    ca ? "a path length" : "cA FALSE");
        }
    }
}
