package org.openmyna.trust.authority.crl;

import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.Hierarchy;

/** How lists and points are called in the database and in the folder. */
final class ListNames {
    private ListNames() {}

    /** {@code prefecture/municipality}, as all tables have it. */
    static String point(DistributionPoint point) {
        return point.prefecture() + "/" + point.municipality();
    }

    static DistributionPoint point(CaKind kind, Hierarchy hierarchy, String text) {
        int slash = text.indexOf('/');
        return new DistributionPoint(
                kind, hierarchy, text.substring(0, slash), text.substring(slash + 1));
    }

    /** {@code signature-1-full.crl}, {@code authentication-2-Hyogo-ken_Himeji-shi.crl}. */
    static String file(Generation generation, String point) {
        String ca =
                switch (generation.ca()) {
                    case SIGNATURE -> "signature";
                    case USER_AUTHENTICATION -> "authentication";
                };
        String part = point.equals(PublishedList.ALL) ? "full" : point.replace('/', '_');
        return ca + "-" + generation.number() + "-" + part + ".crl";
    }
}
