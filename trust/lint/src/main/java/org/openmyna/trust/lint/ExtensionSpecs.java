package org.openmyna.trust.lint;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.openmyna.trust.lint.ExpectedAuthority.Hierarchy;
import org.openmyna.trust.lint.ExtensionsLint.Spec;

/** The extensions of the profile, one by one. */
final class ExtensionSpecs {
    private static final int DIRECTORY_NAME = 0xA4;
    private static final int URI = 0x86;

    /** RFC 2606, RFC 6761: names that are nobody's. */
    private static final Pattern HOST_OF_NOBODY =
            Pattern.compile(
                    "https?://([a-z0-9-]+\\.)*(localhost|test|example|invalid)(:[0-9]{1,5})?(/.*)?");

    private ExtensionSpecs() {}

    /**
     * @param bits the BIT STRING as it must stand there: unused bits, bits
     */
    static Spec keyUsage(byte... bits) {
        return new Spec(
                "keyUsage",
                Oids.KEY_USAGE,
                true,
                (value, findings) ->
                        same(
                                value.enter(Der.BIT_STRING, "keyUsage"),
                                bits,
                                ExtensionRule.KEY_USAGE,
                                "keyUsage",
                                findings));
    }

    static Spec keyPurpose(byte[] purpose) {
        return new Spec(
                "extKeyUsage",
                Oids.KEY_PURPOSES,
                false,
                (value, findings) -> {
                    Der purposes = value.enter(Der.SEQUENCE, "extKeyUsage");
                    Der first = purposes.enter(Der.OID, "KeyPurposeId");
                    if (!first.same(purpose) || purposes.has()) {
                        findings.add(
                                ExtensionRule.KEY_PURPOSE,
                                "extKeyUsage",
                                Oids.dotted(Der.over(purpose)),
                                Oids.dotted(first) + (purposes.has() ? " and more" : ""));
                    }
                });
    }

    static Spec policies(byte[] policy, String cps, Hierarchy hierarchy) {
        return new Spec(
                "certificatePolicies",
                Oids.POLICIES,
                true,
                (value, findings) -> {
                    Der policies = value.enter(Der.SEQUENCE, "certificatePolicies");
                    Der one = policies.enter(Der.SEQUENCE, "PolicyInformation");
                    Der oid = one.enter(Der.OID, "policyIdentifier");
                    if (!oid.same(policy) || policies.has()) {
                        findings.add(
                                ExtensionRule.POLICY,
                                "certificatePolicies",
                                Oids.dotted(Der.over(policy)),
                                Oids.dotted(oid) + (policies.has() ? " and more" : ""));
                    }
                    qualifier(one, cps, hierarchy, findings);
                });
    }

    private static void qualifier(Der policy, String cps, Hierarchy hierarchy, Findings findings)
            throws DerMalformed {
        String field = "certificatePolicies.cPSuri";
        if (policy.tag() != Der.SEQUENCE) {
            findings.add(ExtensionRule.CPS_QUALIFIER, field, "a CPS", "none");
            return;
        }
        Der qualifiers = policy.enter(Der.SEQUENCE, "policyQualifiers");
        policy.end("PolicyInformation");
        Der qualifier = qualifiers.enter(Der.SEQUENCE, "PolicyQualifierInfo");
        Der kind = qualifier.enter(Der.OID, "policyQualifierId");
        int type = qualifier.tag();
        Der uri = qualifier.any("qualifier");
        qualifier.end("PolicyQualifierInfo");
        if (!kind.same(Oids.CPS) || type != Der.IA5_STRING || qualifiers.has()) {
            findings.add(
                    ExtensionRule.CPS_QUALIFIER,
                    field,
                    "one CPS, IA5String",
                    Oids.dotted(kind) + ", tag " + Der.hex(type));
            return;
        }
        address(uri, cps, hierarchy, ExtensionRule.CPS_ADDRESS, field, findings);
    }

    private static void address(
            Der uri,
            String expected,
            Hierarchy hierarchy,
            Rule rule,
            String field,
            Findings findings) {
        String found = uri.latin();
        if (!found.equals(expected)) {
            findings.add(rule, field, expected, found);
        } else if (hierarchy == Hierarchy.TEST && !HOST_OF_NOBODY.matcher(found).matches()) {
            findings.add(ExtensionRule.REAL_HOST, field, "a host of nobody", found);
        }
    }

    /**
     * @param name {@code subjectAltName} or {@code issuerAltName}
     */
    static Spec alternativeName(String name, byte[] oid, List<Names.Part> parts) {
        return new Spec(
                name,
                oid,
                false,
                (value, findings) -> {
                    Der names = value.enter(Der.SEQUENCE, name);
                    if (names.tag() != DIRECTORY_NAME) {
                        findings.add(
                                ExtensionRule.ALT_NAME_SHAPE,
                                name,
                                "a directoryName",
                                "tag " + Der.hex(names.tag()));
                        return;
                    }
                    directoryName(names, parts, name, findings);
                    if (names.has()) {
                        findings.add(ExtensionRule.ALT_NAME_SHAPE, name, "one name", "several");
                    }
                });
    }

    /** The next element: [4] EXPLICIT Name. */
    static void directoryName(Der in, List<Names.Part> parts, String field, Findings findings)
            throws DerMalformed {
        Der name = in.enter(DIRECTORY_NAME, "directoryName");
        Names.check(name, parts, field, findings);
        name.end("directoryName");
    }

    static Spec distributionPoint(List<Names.Part> parts) {
        String field = "cRLDistributionPoints";
        return new Spec(
                field,
                Oids.DISTRIBUTION_POINTS,
                false,
                (value, findings) -> {
                    Der points = value.enter(Der.SEQUENCE, field);
                    Der point = points.enter(Der.SEQUENCE, "DistributionPoint");
                    fullName(point, parts, field, findings);
                    if (point.has() || points.has()) {
                        findings.add(ExtensionRule.POINT_SHAPE, field, "one fullName", "more");
                    }
                });
    }

    /** The next element: [0] { fullName [0] { one directoryName } }. */
    static void fullName(Der point, List<Names.Part> parts, String field, Findings findings)
            throws DerMalformed {
        Der names = null;
        Der choice = point.enter(0xA0, "distributionPoint");
        if (choice.tag() == 0xA0) {
            names = choice.enter(0xA0, "fullName");
            choice.end("distributionPoint");
        }
        if (names == null || names.tag() != DIRECTORY_NAME) {
            findings.add(ExtensionRule.POINT_SHAPE, field, "a directoryName", "something else");
            return;
        }
        directoryName(names, parts, field, findings);
        if (names.has()) {
            findings.add(ExtensionRule.POINT_SHAPE, field, "one directoryName", "several");
        }
    }

    static Spec access(String ocsp, Hierarchy hierarchy) {
        String field = "authorityInfoAccess";
        return new Spec(
                field,
                Oids.ACCESS,
                false,
                (value, findings) -> {
                    Der list = value.enter(Der.SEQUENCE, field);
                    Der one = list.enter(Der.SEQUENCE, "AccessDescription");
                    Der method = one.enter(Der.OID, "accessMethod");
                    int type = one.tag();
                    Der uri = one.any("accessLocation");
                    one.end("AccessDescription");
                    if (!method.same(Oids.OCSP) || type != URI || list.has()) {
                        findings.add(
                                ExtensionRule.ACCESS,
                                field,
                                "one id-ad-ocsp with a URI",
                                Oids.dotted(method) + ", tag " + Der.hex(type));
                    } else {
                        address(
                                uri,
                                ocsp,
                                hierarchy,
                                ExtensionRule.ACCESS_ADDRESS,
                                field,
                                findings);
                    }
                });
    }

    static void same(Der found, byte[] expected, Rule rule, String field, Findings findings) {
        if (!found.same(expected)) {
            findings.add(rule, field, HexFormat.of().formatHex(expected), found.shown());
        }
    }
}
