package org.openmyna.trust.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the extensions of a person's certificate say, each read by its own clause of RFC 5280. */
record EndEntityExtensions(
        int keyUsage,
        List<String> extendedKeyUsages,
        List<String> policies,
        Optional<URI> cps,
        Optional<URI> ocsp,
        Optional<DistributionPoint> distributionPoint,
        Optional<CertifiedFourItems> fourItems,
        AuthorityKeyId authorityKeyId,
        byte[] subjectKeyId) {
    static final int DIGITAL_SIGNATURE = 0x8000;
    static final int NON_REPUDIATION = 0x4000;

    private static final Set<String> UNDERSTOOD =
            Set.of(
                    Oid.KEY_USAGE,
                    Oid.EXTENDED_KEY_USAGE,
                    Oid.SUBJECT_ALT_NAME,
                    Oid.CERTIFICATE_POLICIES,
                    Oid.ISSUER_ALT_NAME,
                    Oid.CRL_DISTRIBUTION_POINTS,
                    Oid.AUTHORITY_INFO_ACCESS,
                    Oid.AUTHORITY_KEY_ID,
                    Oid.SUBJECT_KEY_ID);

    private record Policies(List<String> oids, Optional<URI> cps) {}

    static EndEntityExtensions read(Names.CaIdentity ca, Extensions extensions) {
        extensions.noCriticalOutside(UNDERSTOOD);
        Policies policies =
                extensions
                        .read(
                                Oid.CERTIFICATE_POLICIES,
                                "certificatePolicies",
                                EndEntityExtensions::rfc5280_4_2_1_4)
                        .orElse(new Policies(List.of(), Optional.empty()));
        return new EndEntityExtensions(
                extensions
                        .read(Oid.KEY_USAGE, "keyUsage", in -> in.namedBits("keyUsage"))
                        .orElse(0),
                extensions
                        .read(
                                Oid.EXTENDED_KEY_USAGE,
                                "extKeyUsage",
                                EndEntityExtensions::rfc5280_4_2_1_12)
                        .orElse(List.of()),
                policies.oids(),
                policies.cps(),
                extensions
                        .read(
                                Oid.AUTHORITY_INFO_ACCESS,
                                "authorityInfoAccess",
                                EndEntityExtensions::rfc5280_4_2_2_1)
                        .flatMap(ocsp -> ocsp),
                extensions.read(
                        Oid.CRL_DISTRIBUTION_POINTS,
                        "cRLDistributionPoints",
                        in -> rfc5280_4_2_1_13(ca, in)),
                extensions
                        .read(Oid.SUBJECT_ALT_NAME, "subjectAltName", CertifiedFourItems::read)
                        .flatMap(items -> items),
                extensions.mustRead(
                        Oid.AUTHORITY_KEY_ID, "authorityKeyIdentifier", AuthorityKeyId::read),
                extensions.mustRead(
                        Oid.SUBJECT_KEY_ID, "subjectKeyIdentifier", EndEntityExtensions::ski));
    }

    /** The one that has exactly these policies. */
    Optional<CertificateMedium> medium(Names.CaIdentity ca) {
        return Arrays.stream(CertificateMedium.values())
                .filter(medium ->
                        policies.equals(List.of(Oid.policy(ca.kind(), ca.hierarchy(), medium))))
                .findFirst();
    }

    private static byte[] ski(DerReader in) {
        String what = "subjectKeyIdentifier";
        return AuthorityKeyId.keyId(in.octets(DerReader.OCTET_STRING, what), what);
    }

    private static Policies rfc5280_4_2_1_4(DerReader in) {
        String what = "certificatePolicies";
        DerReader policies = in.sequence(what);
        List<String> oids = new ArrayList<>();
        Optional<URI> cps = Optional.empty();
        while (!policies.atEnd()) {
            DerReader policy = policies.sequence(what);
            oids.add(policy.oid(what));
            if (!policy.atEnd()) {
                DerReader qualifiers = policy.sequence(what);
                while (!qualifiers.atEnd()) {
                    DerReader qualifier = qualifiers.sequence(what);
                    if (qualifier.oid(what).equals(Oid.CPS_QUALIFIER)) {
                        cps = Optional.of(uri(qualifier.ia5(DerReader.IA5_STRING, what), what));
                        qualifier.mustEnd(what);
                    }
                }
            }
            policy.mustEnd(what);
        }
        return new Policies(List.copyOf(oids), cps);
    }

    private static List<String> rfc5280_4_2_1_12(DerReader in) {
        DerReader usages = in.sequence("extKeyUsage");
        List<String> oids = new ArrayList<>();
        while (!usages.atEnd()) {
            oids.add(usages.oid("extKeyUsage"));
        }
        return List.copyOf(oids);
    }

    /** One point with one directory name in fullName, and neither reasons nor another issuer. */
    private static DistributionPoint rfc5280_4_2_1_13(Names.CaIdentity ca, DerReader in) {
        String what = "cRLDistributionPoints";
        DerReader points = in.sequence(what);
        DerReader point = points.sequence(what);
        points.mustEnd(what);
        byte[] name = fullName(point, what);
        point.mustEnd(what);
        return DistributionPoint.read(ca, name, what);
    }

    /** distributionPoint [0] { fullName [0] { directoryName } }, in certificates and in lists. */
    static byte[] fullName(DerReader in, String what) {
        DerReader choice = in.enter(0xA0, what);
        DerReader names = choice.enter(0xA0, what);
        byte[] name = AuthorityKeyId.directoryName(names, what);
        names.mustEnd(what);
        choice.mustEnd(what);
        return name;
    }

    private static Optional<URI> rfc5280_4_2_2_1(DerReader in) {
        String what = "authorityInfoAccess";
        DerReader descriptions = in.sequence(what);
        Optional<URI> ocsp = Optional.empty();
        while (!descriptions.atEnd()) {
            DerReader description = descriptions.sequence(what);
            boolean isOcsp = description.oid(what).equals(Oid.OCSP);
            if (isOcsp && description.peek() == 0x86) {
                ocsp = Optional.of(uri(description.ia5(0x86, what), what));
            } else {
                description.element(what);
            }
            description.mustEnd(what);
        }
        return ocsp;
    }

    private static URI uri(String text, String what) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAnAddress) {
            throw new DerFault(what + ": not an address");
        }
    }
}
