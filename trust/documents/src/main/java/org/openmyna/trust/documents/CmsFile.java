package org.openmyna.trust.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.openmyna.trust.verifier.ContentDigest;

/**
 * SignedData as it was found: read to its end, nothing judged. BER is welcome, since other programs
 * stream; the content passes through once and only its digest is kept.
 *
 * @param contentType OID of what was signed
 * @param embedded whether the content was inside
 * @param announced those of digestAlgorithms that are taken at all
 * @param digests of the embedded content: the announced ones and SHA-256; of nothing if it was not
 *     embedded
 */
record CmsFile(
        String contentType,
        boolean embedded,
        Set<ContentDigest> announced,
        ContentDigests.Made digests,
        List<IncludedCertificate> certificates,
        List<SignerFields> signers) {
    /** Room for certificates and signers; a signature file of one card has 3 kB beside content. */
    private static final int ROOM = 1 << 20;

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int EXPLICIT_0 = 0xA0;
    private static final int CERTIFICATES = 0xA0;
    private static final int CRLS = 0xA1;
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";

    /** A certificate of the file, with what signers are found by. */
    record IncludedCertificate(
            byte[] der, byte[] issuerDer, BigInteger serial, Optional<byte[]> subjectKeyId) {}

    /** The file is no signed data; the message says why in a few words. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what, null, false, false);
        }
    }

    /**
     * Reads a file, BER or PEM.
     *
     * @param content gets the embedded content as it passes
     * @throws IOException if one of the two streams fails
     */
    static CmsFile read(InputStream cms, OutputStream content) throws IOException, Malformed {
        try {
            return readBer(CmsPem.binary(cms), content);
        } catch (CmsPem.Broken broken) {
            throw new Malformed(String.valueOf(broken.getMessage()));
        }
    }

    /** As the other, BER only. */
    static CmsFile readBer(InputStream cms, OutputStream content) throws IOException, Malformed {
        try {
            return rfc5652_5_1(new BerReader(cms, ROOM), content);
        } catch (BerReader.Broken broken) {
            throw new Malformed(String.valueOf(broken.getMessage()));
        }
    }

    private static CmsFile rfc5652_5_1(BerReader in, OutputStream content)
            throws IOException, BerReader.Broken, Malformed {
        in.open(SEQUENCE);
        if (!oid(in.element()).equals(SIGNED_DATA)) throw new Malformed("not signed data");
        in.open(EXPLICIT_0);
        in.open(SEQUENCE);
        in.element(); // version: 1 and 3 differ in nothing that is read here
        Set<ContentDigest> announced = digestAlgorithms(in.element());
        in.open(SEQUENCE);
        String type = oid(in.element());
        var digests = new ContentDigests(announced, content);
        boolean embedded = in.peek() == EXPLICIT_0;
        if (embedded) {
            in.open(EXPLICIT_0);
            in.octetString(digests);
            in.close();
        }
        in.close();
        byte[] certificates = in.peek() == CERTIFICATES ? in.element() : new byte[0];
        if (in.peek() == CRLS) in.element();
        if (in.peek() != SET) throw new Malformed("no signers");
        byte[] signers = in.element();
        for (int opened = 0; opened < 3; opened++) in.close();
        in.onlyZerosFollow();
        return new CmsFile(
                type,
                embedded,
                announced,
                digests.finish(),
                certificates(certificates),
                signers(signers));
    }

    private static String oid(byte[] element) throws Malformed {
        return inMemory(() ->
                        ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(element)))
                .getId();
    }

    /** A hint for one-pass readers; the signer's own word counts, and must be among these. */
    private static Set<ContentDigest> digestAlgorithms(byte[] element) throws Malformed {
        Set<ContentDigest> known = EnumSet.noneOf(ContentDigest.class);
        return inMemory(() -> {
            for (ASN1Encodable each : ASN1Set.getInstance(ASN1Primitive.fromByteArray(element)))
                ContentDigest.ofOid(AlgorithmIdentifier.getInstance(each).getAlgorithm().getId())
                        .ifPresent(known::add);
            return known;
        });
    }

    /** CertificateSet (RFC 5652 10.2.3); what is not an X.509 certificate is stepped over. */
    private static List<IncludedCertificate> certificates(byte[] element) throws Malformed {
        List<IncludedCertificate> all = new ArrayList<>();
        if (element.length == 0) return all;
        return inMemory(() -> {
            var tagged = (ASN1TaggedObject) ASN1Primitive.fromByteArray(element);
            for (ASN1Encodable choice : ASN1Set.getInstance(tagged, false))
                if (choice instanceof ASN1Sequence) all.add(certificate(choice));
            return all;
        });
    }

    private static IncludedCertificate certificate(ASN1Encodable choice) throws IOException {
        Certificate certificate = Certificate.getInstance(choice);
        var extensions = certificate.getTBSCertificate().getExtensions();
        Optional<byte[]> keyId =
                Optional.ofNullable(extensions)
                        .map(SubjectKeyIdentifier::fromExtensions)
                        .map(SubjectKeyIdentifier::getKeyIdentifier);
        return new IncludedCertificate(
                certificate.getEncoded("DER"),
                certificate.getIssuer().getEncoded("DER"),
                certificate.getSerialNumber().getValue(),
                keyId);
    }

    private static List<SignerFields> signers(byte[] element) throws Malformed {
        List<SignerFields> all = new ArrayList<>();
        return inMemory(() -> {
            for (ASN1Encodable each : ASN1Set.getInstance(ASN1Primitive.fromByteArray(element)))
                all.add(SignerFields.of(SignerInfo.getInstance(each)));
            return all;
        });
    }

    private interface InMemory<T> {
        T run() throws IOException;
    }

    private static <T> T inMemory(InMemory<T> work) throws Malformed {
        try {
            return work.run();
        } catch (IOException | RuntimeException unexpectedShape) {
            // BouncyCastle reports a wrong shape by whatever exception its casts run into.
            throw new Malformed("not the shape of signed data");
        }
    }
}
