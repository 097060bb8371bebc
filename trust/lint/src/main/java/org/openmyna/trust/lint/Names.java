package org.openmyna.trust.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.trust.lint.ExpectedAuthority.Hierarchy;
import org.openmyna.trust.lint.ExpectedAuthority.Kind;
import org.openmyna.trust.lint.ExpectedCertificate.Office;

/** Names of the profile (reference 1.1 to 2.2), part by part. */
final class Names {
    private static final String J_LIS = "Japan Agency for Local Authority Information Systems";

    /**
     * One RDN with its one attribute.
     *
     * @param value the bytes of the string; empty: any
     */
    record Part(String label, byte[] type, int stringType, byte[] value) {
        static Part country() {
            return new Part("C", Oids.COUNTRY, Der.PRINTABLE_STRING, bytes("JP"));
        }

        static Part of(String label, byte[] type, String value) {
            return new Part(label, type, Der.UTF8_STRING, bytes(value));
        }

        private static byte[] bytes(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
    }

    private Names() {}

    private static Part organisation(String value) {
        return Part.of("O", Oids.ORGANISATION, value);
    }

    private static Part unit(String value) {
        return Part.of("OU", Oids.UNIT, value);
    }

    private static List<Part> front(Kind kind, Hierarchy hierarchy) {
        return List.of(
                Part.country(),
                organisation(
                        switch (hierarchy) {
                            case PRODUCTION -> "JPKI";
                            case TEST -> "JPKI-TEST";
                        }),
                unit(
                        switch (kind) {
                            case SIGNATURE -> "JPKI for digital signature";
                            case USER_AUTHENTICATION -> "JPKI for user authentication";
                        }));
    }

    private static List<Part> with(List<Part> front, Part... more) {
        List<Part> all = new ArrayList<>(front);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** The CA's own name. */
    static List<Part> reference1_1(Kind kind, Hierarchy hierarchy) {
        return with(front(kind, hierarchy), unit(J_LIS));
    }

    /** The CA's name in Japanese, of subjectAltName and issuerAltName. */
    static List<Part> reference1_3(Kind kind) {
        return List.of(
                Part.country(),
                organisation("公的個人認証サービス"),
                unit(
                        switch (kind) {
                            case SIGNATURE -> "公的個人認証サービス署名用";
                            case USER_AUTHENTICATION -> "公的個人認証サービス利用者証明用";
                        }),
                unit("地方公共団体情報システム機構"));
    }

    /** The distribution point of a municipality. */
    static List<Part> distributionPoint(Kind kind, Hierarchy hierarchy, Office office) {
        return with(
                front(kind, hierarchy),
                unit("CRL Distribution Points"),
                unit(office.prefecture()),
                Part.of("CN", Oids.COMMON_NAME, office.municipality() + " CRLDP"));
    }

    /** Subject of a user (reference 2.1, 2.2); an empty CN stands for any. */
    static List<Part> subject(Kind kind, Office office, String commonName) {
        Part cn = Part.of("CN", Oids.COMMON_NAME, commonName);
        return switch (kind) {
            case USER_AUTHENTICATION -> List.of(Part.country(), cn);
            case SIGNATURE ->
                    List.of(
                            Part.country(),
                            Part.of("L", Oids.LOCALITY, office.prefecture()),
                            Part.of("L", Oids.LOCALITY, office.municipality()),
                            cn);
        };
    }

    /** Name of an OCSP responder: the CA's, and a CN. */
    static List<Part> responder(ExpectedAuthority authority, String commonName) {
        return with(
                reference1_1(authority.kind(), authority.hierarchy()),
                Part.of("CN", Oids.COMMON_NAME, commonName));
    }

    /** Compares a Name, the next element of {@code in}, with these parts. */
    static void check(Der in, List<Part> expected, String field, Findings findings)
            throws DerMalformed {
        checkParts(in.enter(Der.SEQUENCE, "Name"), expected, field, findings);
    }

    private static void checkParts(Der name, List<Part> expected, String field, Findings findings)
            throws DerMalformed {
        int count = 0;
        while (name.has()) {
            Der set = name.enter(Der.SET, "RDN");
            Der attribute = set.enter(Der.SEQUENCE, "attribute");
            if (set.has()) {
                findings.add(CertificateRule.NAME_ONE_ATTRIBUTE, field, "one", "several");
                return;
            }
            if (count < expected.size()
                    && !attribute(attribute, expected.get(count), field, findings)) {
                return;
            }
            count++;
        }
        if (count != expected.size()) {
            findings.add(CertificateRule.NAME_LENGTH, field, "" + expected.size(), "" + count);
        }
    }

    /** False where it makes no sense to read on. */
    private static boolean attribute(Der attribute, Part part, String field, Findings findings)
            throws DerMalformed {
        String place = field + "." + part.label();
        Der type = attribute.enter(Der.OID, "type");
        if (!type.same(part.type())) {
            findings.add(CertificateRule.NAME_TYPE, field, part.label(), Oids.dotted(type));
            return false;
        }
        int stringType = attribute.tag();
        Der value = attribute.any("value");
        attribute.end("attribute");
        if (stringType != part.stringType()) {
            findings.add(
                    CertificateRule.NAME_STRING_TYPE,
                    place,
                    Der.hex(part.stringType()),
                    Der.hex(stringType));
        } else if (part.value().length > 0 && !value.same(part.value())) {
            findings.add(
                    CertificateRule.NAME_VALUE,
                    place,
                    new String(part.value(), StandardCharsets.UTF_8),
                    new String(value.copy(), StandardCharsets.UTF_8));
        }
        return true;
    }
}
