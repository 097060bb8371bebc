package org.openmyna.trust.lint;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.lint.ExtensionsLint.Spec;

/** The extensions that name keys. */
final class KeyIdSpecs {
    private KeyIdSpecs() {}

    /** All three parts: keyIdentifier, issuer, serial number of the CA certificate. */
    static Spec authorityKey(ExpectedAuthority authority) {
        return authorityKey(
                authority.ownKeyId(),
                Optional.of(Names.reference1_1(authority.kind(), authority.hierarchy())),
                authority.serial());
    }

    /** The keyIdentifier alone, as lists have it (reference 3.1). */
    static Spec authorityKeyOnly(ExpectedAuthority authority) {
        return authorityKey(authority.ownKeyId(), Optional.empty(), authority.serial());
    }

    private static Spec authorityKey(
            byte[] keyId, Optional<List<Names.Part>> issuer, BigInteger serial) {
        String field = "authorityKeyIdentifier";
        return new Spec(
                field,
                Oids.AUTHORITY_KEY_ID,
                false,
                (value, findings) -> {
                    Der parts = value.enter(Der.SEQUENCE, field);
                    if (parts.tag() != 0x80) {
                        findings.add(ExtensionRule.AUTHORITY_PARTS, field, "keyIdentifier", "none");
                        return;
                    }
                    ExtensionSpecs.same(
                            parts.enter(0x80, "keyIdentifier"),
                            keyId,
                            ExtensionRule.AUTHORITY_KEY,
                            field,
                            findings);
                    if (issuer.isPresent() && parts.tag() == 0xA1) {
                        Der names = parts.enter(0xA1, "authorityCertIssuer");
                        ExtensionSpecs.directoryName(
                                names, issuer.get(), field + ".issuer", findings);
                        names.end("authorityCertIssuer");
                        serial(parts, serial, field, findings);
                    } else if (issuer.isPresent() || parts.has()) {
                        findings.add(
                                ExtensionRule.AUTHORITY_PARTS,
                                field,
                                issuer.isPresent() ? "three parts" : "one part",
                                parts.has() ? "others" : "one part");
                    }
                });
    }

    private static void serial(Der parts, BigInteger expected, String field, Findings findings)
            throws DerMalformed {
        if (parts.tag() != 0x82) {
            findings.add(ExtensionRule.AUTHORITY_PARTS, field, "a serial number", "none");
            return;
        }
        BigInteger found = parts.enter(0x82, "authorityCertSerialNumber").number(field);
        parts.end(field);
        if (!found.equals(expected)) {
            findings.add(
                    ExtensionRule.AUTHORITY_SERIAL, field, expected.toString(), found.toString());
        }
    }

    /**
     * @param keyId of the key that was found in the certificate; empty where it was unreadable
     */
    static Spec subjectKey(byte[] keyId) {
        return new Spec(
                "subjectKeyIdentifier",
                Oids.SUBJECT_KEY_ID,
                false,
                (value, findings) -> {
                    Der found = value.enter(Der.OCTET_STRING, "subjectKeyIdentifier");
                    if (keyId.length > 0) {
                        ExtensionSpecs.same(
                                found,
                                keyId,
                                ExtensionRule.SUBJECT_KEY,
                                "subjectKeyIdentifier",
                                findings);
                    }
                });
    }
}
