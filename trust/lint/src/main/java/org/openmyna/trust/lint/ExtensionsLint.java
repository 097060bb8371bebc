package org.openmyna.trust.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Set, order, criticality and values of extensions (RFC 5280 4.2). */
final class ExtensionsLint {
    /**
     * One extension that must be there.
     *
     * @param content reads its value
     */
    record Spec(String name, byte[] oid, boolean critical, Content content) {}

    /** Reads the value of an extension. */
    @FunctionalInterface
    interface Content {
        void check(Der value, Findings findings) throws DerMalformed;
    }

    private record Found(Der oid, boolean critical, Der value) {}

    private final List<Spec> expected;
    private final Findings findings;
    private boolean signatureCertificate;

    ExtensionsLint(List<Spec> expected, Findings findings) {
        this.expected = expected;
        this.findings = findings;
    }

    /** Two extensions have rules of their own here. */
    ExtensionsLint ofSignatureCertificate() {
        signatureCertificate = true;
        return this;
    }

    /**
     * @param in its next element is the SEQUENCE of extensions
     */
    void check(Der in) throws DerMalformed {
        List<Found> found = read(in.enter(Der.SEQUENCE, "extensions"));
        int[] places = new int[expected.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < found.size(); i++) {
            Der oid = found.get(i).oid();
            int spec = specOf(oid);
            if (spec < 0) {
                unexpected(oid);
            } else if (places[spec] >= 0) {
                findings.add(ExtensionRule.TWICE, expected.get(spec).name(), "once", "twice");
            } else {
                places[spec] = i;
            }
        }
        order(places);
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                one(expected.get(i), found.get(places[i]));
            }
        }
    }

    private List<Found> read(Der list) throws DerMalformed {
        List<Found> found = new ArrayList<>(expected.size());
        while (list.has()) {
            Der extension = list.enter(Der.SEQUENCE, "extension");
            Der oid = extension.enter(Der.OID, "extnID");
            boolean critical = false;
            if (extension.tag() == Der.BOOLEAN) {
                critical = extension.truth(Der.BOOLEAN, "critical");
                if (!critical) {
                    findings.add(
                            ExtensionRule.DEFAULT_ENCODED,
                            Oids.dotted(oid) + ".critical",
                            "nothing",
                            "FALSE");
                }
            }
            Der value = extension.enter(Der.OCTET_STRING, "extnValue");
            extension.end("extension");
            found.add(new Found(oid, critical, value));
        }
        return found;
    }

    private int specOf(Der oid) {
        for (int i = 0; i < expected.size(); i++) {
            if (oid.same(expected.get(i).oid())) {
                return i;
            }
        }
        return -1;
    }

    private void unexpected(Der oid) {
        Rule rule = ExtensionRule.UNEXPECTED;
        if (signatureCertificate && oid.same(Oids.ACCESS)) {
            rule = ExtensionRule.SIGNATURE_HAS_NO_AIA;
        } else if (signatureCertificate && oid.same(Oids.KEY_PURPOSES)) {
            rule = ExtensionRule.SIGNATURE_HAS_NO_EKU;
        }
        findings.add(rule, "extensions", "nothing", Oids.dotted(oid));
    }

    private void order(int[] places) {
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            String name = expected.get(i).name();
            if (places[i] < 0) {
                findings.add(ExtensionRule.MISSING, name, "one", "none");
            } else if (places[i] < last) {
                findings.add(
                        ExtensionRule.ORDER, name, "place " + (i + 1), "place " + (places[i] + 1));
                return;
            } else {
                last = places[i];
            }
        }
    }

    private void one(Spec spec, Found found) {
        if (found.critical() != spec.critical()) {
            findings.add(
                    ExtensionRule.CRITICALITY,
                    spec.name(),
                    critical(spec.critical()),
                    critical(found.critical()));
        }
        findings.reading(
                spec.name(),
                () -> {
                    spec.content().check(found.value(), findings);
                    found.value().end(spec.name());
                });
    }

    private static String critical(boolean critical) {
        return critical ? "critical" : "not critical";
    }
}
