package org.openmyna.trust.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetStringParser;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1SetParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.cms.SignedDataParser;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * SignedData as it was found: read to its end, nothing judged. BER is welcome, since other programs
 * stream; the content passes through once and only its digest is kept.
 *
 * @param contentType OID of what was signed
 * @param embedded whether the content was inside
 * @param sha256 digest of the embedded content; of nothing if it was not embedded
 */
record CmsFile(
        String contentType,
        boolean embedded,
        byte[] sha256,
        List<IncludedCertificate> certificates,
        List<SignerFields> signers) {
    /** Room for certificates, signers and framing; a signature file of one card has 3 kB. */
    static final int MOST_BESIDE_CONTENT = 1 << 20;

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
     * @param content gets the embedded content as it passes
     * @throws IOException if the caller's own stream fails
     */
    static CmsFile read(InputStream cms, OutputStream content) throws IOException, Malformed {
        var bounded = new BoundedInput(cms);
        int limit = cms instanceof ByteArrayInputStream all ? all.available() : Integer.MAX_VALUE;
        try {
            return read(bounded, limit, new CallersOutput(content));
        } catch (CallersStreamFailed failed) {
            throw failed.cause();
        } catch (IOException | RuntimeException | StackOverflowError unexpectedShape) {
            // BouncyCastle reports a wrong shape by whatever its casts and recursion run into.
            String what =
                    unexpectedShape instanceof BoundedInput.TooLarge
                            ? "too large"
                            : "not CMS signed data";
            throw new Malformed(what);
        }
    }

    private static CmsFile read(BoundedInput in, int limit, OutputStream out)
            throws IOException, Malformed {
        ASN1Encodable first = new ASN1StreamParser(in, limit).readObject();
        if (!(first instanceof ASN1SequenceParser sequence)) throw new Malformed("not a sequence");
        var outer = new ContentInfoParser(sequence);
        if (!outer.getContentType().equals(PKCSObjectIdentifiers.signedData))
            throw new Malformed("content type " + outer.getContentType());
        var data = SignedDataParser.getInstance(outer.getContent(BERTags.SEQUENCE));
        all(data.getDigestAlgorithms());
        ContentInfoParser encapsulated = data.getEncapContentInfo();
        String type = encapsulated.getContentType().getId();
        var octets = (ASN1OctetStringParser) encapsulated.getContent(BERTags.OCTET_STRING);
        MessageDigest digest = SignerInfoMaker.sha256();
        if (octets != null) pass(octets.getOctetStream(), in, new DigestOutputStream(out, digest));
        List<IncludedCertificate> certificates = new ArrayList<>();
        for (ASN1Primitive choice : all(data.getCertificates()))
            if (choice instanceof ASN1Sequence) certificates.add(certificate(choice));
        all(data.getCrls());
        List<SignerFields> signers = new ArrayList<>();
        for (ASN1Primitive signer : all(data.getSignerInfos()))
            signers.add(SignerFields.of(SignerInfo.getInstance(signer)));
        onlyZerosFollow(in);
        return new CmsFile(type, octets != null, digest.digest(), certificates, signers);
    }

    private static void pass(InputStream content, BoundedInput in, OutputStream out)
            throws IOException {
        byte[] buffer = new byte[8192];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            in.contentPassed(count);
            out.write(buffer, 0, count);
        }
    }

    private static List<ASN1Primitive> all(ASN1SetParser set) throws IOException {
        List<ASN1Primitive> elements = new ArrayList<>();
        if (set == null) return elements;
        for (ASN1Encodable next = set.readObject(); next != null; next = set.readObject())
            elements.add(next.toASN1Primitive());
        return elements;
    }

    private static IncludedCertificate certificate(ASN1Primitive choice) throws IOException {
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

    /** The ends of indefinite lengths are zeros, and so is the padding of signature fields. */
    private static void onlyZerosFollow(InputStream in) throws IOException, Malformed {
        for (int next = in.read(); next >= 0; next = in.read())
            if (next != 0) throw new Malformed("something follows the signed data");
    }

    /** Tells a failure of the caller's stream from a malformed file. */
    private static final class CallersStreamFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final IOException cause;

        CallersStreamFailed(IOException cause) {
            super(cause);
            this.cause = cause;
        }

        IOException cause() {
            return cause;
        }
    }

    private static final class CallersOutput extends OutputStream {
        private final OutputStream out;

        CallersOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException failed) {
                throw new CallersStreamFailed(failed);
            }
        }
    }

    /**
     * Ends a file in which certificates and framing outgrow their room, however long the content.
     */
    private static final class BoundedInput extends InputStream {
        static final class TooLarge extends IOException {
            private static final long serialVersionUID = 1;
        }

        private final InputStream in;
        private long passed;
        private long room = MOST_BESIDE_CONTENT;

        BoundedInput(InputStream in) {
            this.in = in;
        }

        /** Chunks of a few bytes each are legal BER but are nobody's way to write a document. */
        void contentPassed(int count) {
            room += count + count / 4;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count;
            try {
                count = in.read(bytes, from, length);
            } catch (IOException failed) {
                throw new CallersStreamFailed(failed);
            }
            if (count > 0) passed += count;
            if (passed > room) throw new TooLarge();
            return count;
        }
    }
}
