package org.openmyna.trust.profile;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a list says apart from its entries (RFC 5280 5.1, 5.2), read strictly. */
record ListFields(
        Names.CaIdentity issuedBy,
        Instant thisUpdate,
        Instant nextUpdate,
        AuthorityKeyId authorityKeyId,
        BigInteger number,
        Optional<DistributionPoint> scope,
        SignatureAlgorithm algorithm,
        byte[] signature) {
    private static final Set<String> UNDERSTOOD =
            Set.of(Oid.AUTHORITY_KEY_ID, Oid.CRL_NUMBER, Oid.ISSUING_DISTRIBUTION_POINT);

    /**
     * @param front version to nextUpdate
     * @param back crlExtensions with their tag
     * @param tail algorithm and signature behind the tbsCertList
     */
    static ListFields read(byte[] front, byte[] back, byte[] tail) {
        DerReader tbs = DerReader.over(front);
        if (!tbs.integer("version").equals(BigInteger.ONE)) {
            throw new DerFault("version: not v2");
        }
        DerReader signed = DerReader.over(tail);
        SignatureAlgorithm algorithm = SignatureAlgorithm.read(signed, "signatureAlgorithm");
        algorithm.mustBeAgain(tbs, "signature");
        Names.CaIdentity issuedBy =
                Names.identify(tbs.element("issuer"))
                        .orElseThrow(() -> new DerFault("issuer: not the name of a JPKI CA"));
        Instant thisUpdate = tbs.time("thisUpdate");
        Instant nextUpdate = tbs.time("nextUpdate");
        if (nextUpdate.isBefore(thisUpdate)) {
            throw new DerFault("nextUpdate: before thisUpdate");
        }
        Extensions extensions = Extensions.read(DerReader.over(back).enter(0xA0, "crlExtensions"));
        extensions.noCriticalOutside(UNDERSTOOD);
        return new ListFields(
                issuedBy,
                thisUpdate,
                nextUpdate,
                extensions.mustRead(
                        Oid.AUTHORITY_KEY_ID, "authorityKeyIdentifier", AuthorityKeyId::read),
                extensions.mustRead(Oid.CRL_NUMBER, "cRLNumber", ListFields::rfc5280_5_2_3),
                extensions
                        .read(
                                Oid.ISSUING_DISTRIBUTION_POINT,
                                "issuingDistributionPoint",
                                in -> rfc5280_5_2_5(issuedBy, in))
                        .flatMap(point -> point),
                algorithm,
                signed.wholeBits("signature"));
    }

    private static BigInteger rfc5280_5_2_3(DerReader in) {
        BigInteger number = in.integer("cRLNumber");
        if (number.signum() < 0) {
            throw new DerFault("cRLNumber: negative");
        }
        return number;
    }

    /** A point of this CA or none, and certificates of users; no other restriction is known. */
    private static Optional<DistributionPoint> rfc5280_5_2_5(
            Names.CaIdentity issuedBy, DerReader in) {
        String what = "issuingDistributionPoint";
        DerReader idp = in.sequence(what);
        Optional<DistributionPoint> point =
                idp.peek() == 0xA0
                        ? Optional.of(
                                DistributionPoint.read(
                                        issuedBy, EndEntityExtensions.fullName(idp, what), what))
                        : Optional.empty();
        byte[] onlyUsers = idp.octets(0x81, what);
        if (!Arrays.equals(onlyUsers, new byte[] {-1})) {
            throw new DerFault(what + ": not for users' certificates");
        }
        idp.mustEnd(what);
        return point;
    }
}
