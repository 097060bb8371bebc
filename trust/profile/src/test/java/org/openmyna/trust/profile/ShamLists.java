package org.openmyna.trust.profile;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.openmyna.trust.profile.RevocationList.Revoked;

/** Revocation lists of the sham signature CA, and the same ones built by BouncyCastle alone. */
final class ShamLists {
    static final Instant MIDNIGHT = Instant.parse("2026-11-23T15:00:00Z");
    static final BeforeSigningList UNSEEN = (file, offset, length) -> {};

    private ShamLists() {}

    static JpkiProfile.Issuer issuer() {
        return Sham.ca(CaKind.SIGNATURE, Hierarchy.TEST);
    }

    static RevocationListHead head(Optional<DistributionPoint> scope) {
        return new RevocationListHead(
                BigInteger.valueOf(7), MIDNIGHT, MIDNIGHT.plusSeconds(172_800), scope);
    }

    static DistributionPoint himeji() {
        return Sham.himeji().distributionPoint(CaKind.SIGNATURE, Hierarchy.TEST);
    }

    /** So many entries, rising, with serials of up to {@code octets} octets. */
    static List<Revoked> entries(int count, int octets, Random chance) {
        TreeSet<CertificateSerial> serials = new TreeSet<>();
        while (serials.size() < count) {
            int bits = 1 + chance.nextInt(octets * 8 - 1);
            BigInteger value = new BigInteger(bits, chance);
            serials.add(new CertificateSerial(value.max(BigInteger.ONE)));
        }
        RevocationReason[] reasons = RevocationReason.values();
        List<Revoked> entries = new ArrayList<>();
        for (CertificateSerial serial : serials) {
            Instant when = MIDNIGHT.minusSeconds(chance.nextInt(150_000_000));
            entries.add(new Revoked(serial, when, reasons[chance.nextInt(reasons.length)]));
        }
        return entries;
    }

    static WrittenRevocationList write(
            Path file, JpkiProfile.Issuer issuer, RevocationListHead head, List<Revoked> entries) {
        try (var writer = RevocationListWriter.open(file, issuer, head)) {
            entries.forEach(one -> writer.add(one.serial(), one.when(), one.reason()));
            return writer.sign(UNSEEN);
        }
    }

    static byte[] inMemory(
            JpkiProfile.Issuer issuer, RevocationListHead head, List<Revoked> entries) {
        return Sham.profile(Hierarchy.TEST)
                .revocationList(issuer, head, entries, toBeSigned -> {})
                .der();
    }

    /** By the builder that BouncyCastle offers for it; extensions as the reference has them. */
    static byte[] byBouncyCastle(
            JpkiProfile.Issuer issuer, RevocationListHead head, List<Revoked> entries)
            throws IOException, OperatorCreationException {
        X500Name name = X500Name.getInstance(issuer.certificate().nameDer());
        var builder = new X509v2CRLBuilder(name, Date.from(head.thisUpdate()));
        builder.setNextUpdate(Date.from(head.nextUpdate()));
        for (Revoked one : entries) {
            builder.addCRLEntry(one.serial().value(), Date.from(one.when()), one.reason().code());
        }
        builder.addExtension(
                org.bouncycastle.asn1.x509.Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(issuer.certificate().subjectKeyId()));
        builder.addExtension(
                org.bouncycastle.asn1.x509.Extension.cRLNumber,
                false,
                new ASN1Integer(head.number()));
        builder.addExtension(
                org.bouncycastle.asn1.x509.Extension.issuingDistributionPoint,
                true,
                new IssuingDistributionPoint(
                        head.scope().map(ShamLists::fullName).orElse(null),
                        true,
                        false,
                        null,
                        false,
                        false));
        return builder.build(
                        new JcaContentSignerBuilder("SHA256withRSA")
                                .build(Sham.caKey().getPrivate()))
                .getEncoded();
    }

    private static DistributionPointName fullName(DistributionPoint point) {
        X500Name name = X500Name.getInstance(point.nameDer());
        return new DistributionPointName(new GeneralNames(new GeneralName(name)));
    }
}
