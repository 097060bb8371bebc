package org.openmyna.trust.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.openmyna.trust.profile.Names.Attribute;

/**
 * The part of a CA's revocation list that holds one municipality's certificates. The certificate
 * names it by a directory name alone, so nobody learns from it where to fetch the list (reference
 * 2.1, 3.1). It stays the municipality of issue when the holder moves.
 *
 * @param prefecture romaji with its suffix, {@code Kanagawa-ken}
 * @param municipality romaji with its suffix, {@code Yokohama-shi-Naka-ku}: in designated cities
 *     the ward is the unit
 */
public record DistributionPoint(
        CaKind kind, Hierarchy hierarchy, String prefecture, String municipality) {
    private static final Pattern ROMAJI = Pattern.compile("[A-Z][a-z]*([-'][A-Za-z][a-z]*)*");
    private static final int MAX_ROMAJI = 56;
    private static final String ALL_POINTS = "CRL Distribution Points";
    private static final String SUFFIX = " CRLDP";

    public DistributionPoint {
        romaji("prefecture", prefecture);
        romaji("municipality", municipality);
    }

    /** X.520 leaves 64 characters for a common name, and six of them are the suffix. */
    static String romaji(String part, String value) {
        if (value.length() > MAX_ROMAJI || !ROMAJI.matcher(value).matches()) {
            throw new SubjectNameMalformed(part, value);
        }
        return value;
    }

    /** The directory name in DER, as certificate and revocation list carry it. */
    public byte[] nameDer() {
        return Names.der(name());
    }

    X500Name name() {
        return Names.japan(
                Names.text(Oid.ORGANIZATION, hierarchy.organization()),
                Names.text(Oid.UNIT, kind.unit()),
                Names.text(Oid.UNIT, ALL_POINTS),
                Names.text(Oid.UNIT, prefecture),
                Names.text(Oid.COMMON_NAME, municipality + SUFFIX));
    }

    /** Reads the name of a point of this CA. */
    static DistributionPoint read(Names.CaIdentity ca, byte[] nameDer, String what) {
        List<Attribute> name = Names.read(nameDer, what);
        if (!Names.hasTypes(
                        name,
                        Oid.COUNTRY,
                        Oid.ORGANIZATION,
                        Oid.UNIT,
                        Oid.UNIT,
                        Oid.UNIT,
                        Oid.COMMON_NAME)
                || !name.get(0).value().equals("JP")
                || !name.get(1).value().equals(ca.hierarchy().organization())
                || !name.get(2).value().equals(ca.kind().unit())
                || !name.get(3).value().equals(ALL_POINTS)
                || !name.get(5).value().endsWith(SUFFIX)) {
            throw new DerFault(what + ": not a distribution point of this CA");
        }
        String last = name.get(5).value();
        try {
            return new DistributionPoint(
                    ca.kind(),
                    ca.hierarchy(),
                    name.get(4).value(),
                    last.substring(0, last.length() - SUFFIX.length()));
        } catch (SubjectNameMalformed notRomaji) {
            throw new DerFault(what + ": not romaji");
        }
    }
}
