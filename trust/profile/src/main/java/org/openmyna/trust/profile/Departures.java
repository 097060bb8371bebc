package org.openmyna.trust.profile;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.profile.Names.Attribute;

/**
 * Compares a certificate that was read with the one the profile would have made of its contents,
 * extension by extension and byte by byte.
 */
final class Departures {
    /** 23:59:59 in Japan. */
    private static final String LAST_SECOND = "14:59:59";

    private Departures() {}

    static List<String> of(
            Names.CaIdentity ca,
            CertificateFields fields,
            EndEntityExtensions read,
            List<Attribute> subject) {
        List<String> departures = new ArrayList<>();
        if (!subjectFits(ca.kind(), subject)) {
            departures.add("subject");
        }
        if (!fields.validity()
                .notAfter()
                .atOffset(ZoneOffset.UTC)
                .toLocalTime()
                .toString()
                .equals(LAST_SECOND)) {
            departures.add("notAfter is not the end of a day in Japan");
        }
        planned(ca, fields.key(), read)
                .ifPresentOrElse(
                        plan -> compare(plan, fields.extensions().all(), departures),
                        () -> departures.add("an extension of the profile is missing"));
        return List.copyOf(departures);
    }

    private static boolean subjectFits(CaKind kind, List<Attribute> subject) {
        String commonName = subject.getLast().value();
        return switch (kind) {
            case USER_AUTHENTICATION ->
                    Names.hasTypes(subject, Oid.COUNTRY, Oid.COMMON_NAME)
                            && commonName.matches("[0-9]{6}E[0-9A-Z]{7}[0-9]{5}[0-9A-Z]{4}");
            case SIGNATURE ->
                    Names.hasTypes(
                                    subject,
                                    Oid.COUNTRY,
                                    Oid.LOCALITY,
                                    Oid.LOCALITY,
                                    Oid.COMMON_NAME)
                            && commonName.matches("[0-9]{24}[0-9A-Z]{4}");
        };
    }

    private static Optional<List<Extension>> planned(
            Names.CaIdentity ca, SubjectKey key, EndEntityExtensions read) {
        if (read.cps().isEmpty() || read.distributionPoint().isEmpty()) {
            return Optional.empty();
        }
        URI cps = read.cps().get();
        DistributionPoint point = read.distributionPoint().get();
        CertificateMedium medium = read.medium(ca).orElse(CertificateMedium.CARD);
        return switch (ca.kind()) {
            case USER_AUTHENTICATION ->
                    read.ocsp()
                            .map(ocsp ->
                                    ProfilePlan.reference2_1(
                                            ca,
                                            key,
                                            cps,
                                            ocsp,
                                            point,
                                            read.authorityKeyId(),
                                            medium));
            case SIGNATURE ->
                    read.fourItems()
                            .map(items ->
                                    ProfilePlan.reference2_2(
                                            ca,
                                            key,
                                            cps,
                                            point,
                                            read.authorityKeyId(),
                                            items,
                                            medium));
        };
    }

    private static void compare(
            List<Extension> plan, List<Extension> found, List<String> departures) {
        if (!plan.stream()
                .map(Extension::oid)
                .toList()
                .equals(found.stream().map(Extension::oid).toList())) {
            departures.add("extensions or their order");
            return;
        }
        for (int n = 0; n < plan.size(); n++) {
            if (!plan.get(n).sameAs(found.get(n))) {
                departures.add("extension " + found.get(n).oid());
            }
        }
    }
}
