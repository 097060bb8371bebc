package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.util.List;
import org.openmyna.trust.lint.ExtensionsLint.Spec;

/** Extensions of a revocation list (RFC 5280 5.2, reference 3.1). */
final class ListExtensions {
    private static final String SCOPE = "issuingDistributionPoint";
    private final ExpectedRevocationList expected;
    private final Findings findings;

    ListExtensions(ExpectedRevocationList expected, Findings findings) {
        this.expected = expected;
        this.findings = findings;
    }

    void check(Der wrapped) throws DerMalformed {
        List<Spec> specs =
                List.of(
                        KeyIdSpecs.authorityKeyOnly(expected.authority()),
                        new Spec("cRLNumber", Oids.CRL_NUMBER, false, this::rfc5280_5_2_3),
                        new Spec(SCOPE, Oids.ISSUING_POINT, true, this::rfc5280_5_2_5));
        new ExtensionsLint(specs, findings).check(wrapped);
        wrapped.end("crlExtensions");
    }

    private void rfc5280_5_2_3(Der value, Findings findings) throws DerMalformed {
        BigInteger number = value.integer("cRLNumber");
        if (!number.equals(expected.number())) {
            findings.add(
                    StatusRule.LIST_NUMBER,
                    "cRLNumber",
                    expected.number().toString(),
                    number.toString());
        }
    }

    private void rfc5280_5_2_5(Der value, Findings findings) throws DerMalformed {
        Der in = value.enter(Der.SEQUENCE, SCOPE);
        boolean named = in.tag() == 0xA0;
        if (named != expected.scope().isPresent()) {
            findings.add(
                    StatusRule.LIST_SCOPE,
                    SCOPE,
                    named ? "no point" : "a point",
                    named ? "a point" : "none");
            return;
        }
        if (expected.scope().isPresent()) {
            ExpectedAuthority authority = expected.authority();
            ExtensionSpecs.fullName(
                    in,
                    Names.distributionPoint(
                            authority.kind(), authority.hierarchy(), expected.scope().get()),
                    SCOPE,
                    findings);
        }
        boolean users = in.tag() == 0x81 && in.truth(0x81, "onlyContainsUserCerts");
        if (!users || in.has()) {
            findings.add(
                    StatusRule.LIST_SCOPE,
                    SCOPE,
                    "onlyContainsUserCerts alone",
                    users ? "more" : "not so");
        }
    }
}
