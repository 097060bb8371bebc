package org.openmyna.trust.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Distinguished names with their string types: the country is a PrintableString, all else is
 * UTF8String, one attribute in each RDN, country first (reference 1.1, 2.1, 2.2).
 */
final class Names {
    private static final String AGENCY = "Japan Agency for Local Authority Information Systems";
    private static final String AGENCY_JAPANESE = "地方公共団体情報システム機構";
    private static final String SERVICE_JAPANESE = "公的個人認証サービス";

    private Names() {}

    /** Who signed: one of four names, each shared by all key generations of that CA. */
    record CaIdentity(CaKind kind, Hierarchy hierarchy) {
        /** Reference 1.1; there is no CN, and OU comes twice. */
        X500Name name() {
            return japan(
                    text(Oid.ORGANIZATION, hierarchy.organization()),
                    text(Oid.UNIT, kind.unit()),
                    text(Oid.UNIT, AGENCY));
        }

        /**
         * A responder of OCSP (reference 3.3, our choice): the CA's name, and a common name that
         * tells the key generation by the serial of its certificate.
         */
        X500Name responderName(CertificateSerial generation) {
            return japan(
                    text(Oid.ORGANIZATION, hierarchy.organization()),
                    text(Oid.UNIT, kind.unit()),
                    text(Oid.UNIT, AGENCY),
                    text(Oid.COMMON_NAME, "OCSP Responder " + generation + testMark()));
        }

        private String testMark() {
            return switch (hierarchy) {
                case TEST -> " TEST";
                case PRODUCTION -> "";
            };
        }

        /**
         * The Japanese name of the CA, in its own subjectAltName and its subscribers'
         * issuerAltName.
         */
        X500Name japaneseName() {
            return japan(
                    text(Oid.ORGANIZATION, SERVICE_JAPANESE),
                    text(Oid.UNIT, kind.japaneseUnit()),
                    text(Oid.UNIT, AGENCY_JAPANESE));
        }
    }

    private static final List<CaIdentity> ALL = new ArrayList<>();
    private static final List<byte[]> ALL_DER = new ArrayList<>();

    static {
        for (CaKind kind : CaKind.values()) {
            for (Hierarchy hierarchy : Hierarchy.values()) {
                ALL.add(new CaIdentity(kind, hierarchy));
                ALL_DER.add(der(new CaIdentity(kind, hierarchy).name()));
            }
        }
    }

    static Optional<CaIdentity> identify(byte[] nameDer) {
        for (int n = 0; n < ALL.size(); n++) {
            if (Arrays.equals(ALL_DER.get(n), nameDer)) {
                return Optional.of(ALL.get(n));
            }
        }
        return Optional.empty();
    }

    static X500Name japan(RDN... rest) {
        RDN[] all = new RDN[rest.length + 1];
        all[0] = rdn(Oid.COUNTRY, new DERPrintableString("JP"));
        System.arraycopy(rest, 0, all, 1, rest.length);
        return new X500Name(all);
    }

    static RDN text(String oid, String value) {
        return rdn(oid, new DERUTF8String(value));
    }

    private static RDN rdn(String oid, ASN1Encodable value) {
        return new RDN(new ASN1ObjectIdentifier(oid), value);
    }

    static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException("memory refused to be written", impossible);
        }
    }

    /** One attribute of a name that was read. */
    record Attribute(String oid, String value) {}

    /** Reads a Name in the one form the profile knows; anything else is a fault. */
    static List<Attribute> read(byte[] nameDer, String what) {
        DerReader outer = DerReader.over(nameDer);
        DerReader name = outer.sequence(what);
        outer.mustEnd(what);
        List<Attribute> attributes = new ArrayList<>();
        while (!name.atEnd()) {
            DerReader set = name.enter(DerReader.SET, what);
            DerReader attribute = set.sequence(what);
            set.mustEnd(what + ": one attribute in each RDN");
            String oid = attribute.oid(what);
            String value =
                    oid.equals(Oid.COUNTRY) ? attribute.printable(what) : attribute.utf8(what);
            attribute.mustEnd(what);
            attributes.add(new Attribute(oid, value));
        }
        return List.copyOf(attributes);
    }

    /** Whether the attribute types are exactly these, in this order. */
    static boolean hasTypes(List<Attribute> name, String... oids) {
        return name.stream().map(Attribute::oid).toList().equals(List.of(oids));
    }
}
