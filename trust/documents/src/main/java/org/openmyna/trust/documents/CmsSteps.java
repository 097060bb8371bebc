package org.openmyna.trust.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.trust.documents.CmsFile.IncludedCertificate;
import org.openmyna.trust.documents.SignerFields.CertificateHash;
import org.openmyna.trust.verifier.Check;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Evidence;
import org.openmyna.trust.verifier.Refusal;
import org.openmyna.trust.verifier.SignatureVerdict;
import org.openmyna.trust.verifier.SignatureVerifier;
import org.openmyna.trust.verifier.SignedContent;

/** The steps of RFC 5652 5.4 to 5.6 for one file; each adds to the evidence or ends it. */
final class CmsSteps {
    private static final String DATA = "1.2.840.113549.1.7.1";
    private static final String RSA = "1.2.840.113549.1.1.1";

    /** RFC 5754 3.2. */
    private static final Map<String, ContentDigest> WITH_RSA =
            Map.of(
                    "1.2.840.113549.1.1.11",
                    ContentDigest.SHA_256,
                    "1.2.840.113549.1.1.12",
                    ContentDigest.SHA_384,
                    "1.2.840.113549.1.1.13",
                    ContentDigest.SHA_512);

    /**
     * Hashes by which a signer may name the certificate; SHA-1 is all that the old attribute has.
     */
    private static final Map<String, String> CERTIFICATE_HASHES =
            Map.of(
                    "1.3.14.3.2.26",
                    "SHA-1",
                    "2.16.840.1.101.3.4.2.1",
                    "SHA-256",
                    "2.16.840.1.101.3.4.2.2",
                    "SHA-384",
                    "2.16.840.1.101.3.4.2.3",
                    "SHA-512");

    /** Carries a refusal out of the failing step; never leaves this class. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Ended(Refusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }

    interface Work {
        DocumentVerdict run(CmsSteps steps) throws IOException;
    }

    private final SignatureVerifier certificates;
    private final Optional<Instant> time;
    private final List<Evidence> evidence = new ArrayList<>();

    CmsSteps(SignatureVerifier certificates, Optional<Instant> time) {
        this.certificates = certificates;
        this.time = time;
    }

    DocumentVerdict verdict(Work work) throws IOException {
        try {
            return work.run(this);
        } catch (Ended ended) {
            return new DocumentVerdict.Refused(ended.refusal, now(), evidence);
        }
    }

    CmsFile structure(InputStream cms, OutputStream content) throws IOException {
        return structure(() -> CmsFile.read(cms, content));
    }

    /** The structure of a file inside another one, where text is no form of it. */
    CmsFile structureInside(InputStream cms) throws IOException {
        return structure(() -> CmsFile.readBer(cms, OutputStream.nullOutputStream()));
    }

    private interface Reading {
        CmsFile read() throws IOException, CmsFile.Malformed;
    }

    private CmsFile structure(Reading reading) throws IOException {
        try {
            CmsFile file = reading.read();
            passed(CmsCheck.STRUCTURE, Map.of());
            return file;
        } catch (CmsFile.Malformed malformed) {
            String what = String.valueOf(malformed.getMessage());
            throw failed(CmsCheck.STRUCTURE, DocumentError.CMS_MALFORMED, Map.of("what", what));
        }
    }

    void contentEmbedded(CmsFile file) {
        require(
                CmsCheck.CONTENT_PRESENT,
                file.embedded(),
                DocumentError.CONTENT_MISSING,
                Map.of("where", "inside"));
    }

    void contentBeside(CmsFile file) {
        require(
                CmsCheck.CONTENT_PRESENT,
                !file.embedded(),
                DocumentError.CONTENT_TWICE,
                Map.of("where", "beside"));
    }

    /**
     * All further steps in their order.
     *
     * @param digests of the content, at least those that the file announces and SHA-256
     */
    DocumentVerdict prove(CmsFile file, ContentDigests.Made digests, boolean detached) {
        SignerFields signer = rfc5652_5_3_oneSigner(file);
        ContentDigest digest = rfc5754_algorithms(file, signer);
        IncludedCertificate certificate = rfc5652_5_3_certificate(file, signer);
        byte[] signedBytes = rfc5652_5_3_signedAttributes(signer);
        rfc5652_11_1_contentType(file, signer);
        rfc6211_algorithmProtection(signer);
        rfc5652_11_2_messageDigest(signer, digest, digests);
        rfc5035_5_4_signingCertificate(signer, certificate);
        SignatureVerdict verdict =
                rfc5652_5_6_signature(signer, certificate, SignedContent.of(digest, signedBytes));
        evidence.addAll(verdict.evidence());
        return switch (verdict) {
            case SignatureVerdict.Accepted accepted ->
                    new DocumentVerdict.Accepted(
                            accepted,
                            signer.signingTimes().stream().findFirst(),
                            digests.sha256(),
                            detached,
                            now(),
                            evidence);
            case SignatureVerdict.Refused refused ->
                    new DocumentVerdict.Refused(refused.refusal(), now(), evidence);
        };
    }

    private SignerFields rfc5652_5_3_oneSigner(CmsFile file) {
        String count = Integer.toString(file.signers().size());
        require(
                CmsCheck.ONE_SIGNER,
                file.signers().size() == 1,
                DocumentError.NOT_ONE_SIGNER,
                Map.of("count", count));
        return file.signers().getFirst();
    }

    /** RFC 5754 2 and 3.2; a digest that the file does not announce is not taken (RFC 5652 5.1). */
    private ContentDigest rfc5754_algorithms(CmsFile file, SignerFields signer) {
        String both = signer.digestAlgorithm() + " " + signer.signatureAlgorithm();
        Optional<ContentDigest> digest = ContentDigest.ofOid(signer.digestAlgorithm());
        Optional<ContentDigest> signed =
                Optional.ofNullable(WITH_RSA.get(signer.signatureAlgorithm()));
        if (digest.isEmpty() || signed.isEmpty() && !signer.signatureAlgorithm().equals(RSA))
            throw failed(
                    CmsCheck.ALGORITHMS,
                    DocumentError.ALGORITHM_UNSUITABLE,
                    Map.of("algorithm", both));
        boolean same = signed.map(digest.get()::equals).orElse(true);
        boolean announced =
                digest.get() == ContentDigest.SHA_256 || file.announced().contains(digest.get());
        require(
                CmsCheck.ALGORITHMS,
                same && announced,
                DocumentError.DIGESTS_CONTRADICT,
                Map.of("algorithm", both));
        return digest.get();
    }

    /** Whoever signs along which algorithms are used must be taken at his word. */
    private void rfc6211_algorithmProtection(SignerFields signer) {
        mustBeOnce("cmsAlgorithmProtection", signer.protections(), false);
        for (SignerFields.Protection each : signer.protections())
            if (!each.digest().equals(signer.digestAlgorithm())
                    || !each.signature().equals(signer.signatureAlgorithm()))
                throw failed(
                        CmsCheck.SIGNED_ATTRIBUTES,
                        DocumentError.DIGESTS_CONTRADICT,
                        Map.of("algorithm", each.digest() + " " + each.signature()));
    }

    private IncludedCertificate rfc5652_5_3_certificate(CmsFile file, SignerFields signer) {
        Optional<IncludedCertificate> found =
                file.certificates().stream()
                        .filter(candidate -> isNamed(candidate, signer.id()))
                        .findFirst();
        require(
                CmsCheck.CERTIFICATE_INCLUDED,
                found.isPresent(),
                DocumentError.CERTIFICATE_NOT_INCLUDED,
                Map.of("certificates", Integer.toString(file.certificates().size())));
        return found.orElseThrow();
    }

    private static boolean isNamed(IncludedCertificate candidate, SignerFields.Id id) {
        return switch (id) {
            case SignerFields.Id.IssuerAndSerial(byte[] issuer, var serial) ->
                    Arrays.equals(candidate.issuerDer(), issuer)
                            && candidate.serial().equals(serial);
            case SignerFields.Id.KeyId(byte[] keyId) ->
                    candidate.subjectKeyId().map(own -> Arrays.equals(own, keyId)).orElse(false);
        };
    }

    /**
     * RFC 5652 lets them be absent for plain data. We do not: a signature without them can be
     * passed off as one over the attributes of another document, and the reverse.
     */
    private byte[] rfc5652_5_3_signedAttributes(SignerFields signer) {
        require(
                CmsCheck.SIGNED_ATTRIBUTES,
                signer.signedBytes().isPresent(),
                DocumentError.SIGNED_ATTRIBUTES_MISSING,
                Map.of());
        mustBeOnce("contentType", signer.contentTypes(), true);
        mustBeOnce("messageDigest", signer.messageDigests(), true);
        mustBeOnce("signingTime", signer.signingTimes(), false);
        return signer.signedBytes().orElseThrow();
    }

    private void mustBeOnce(String name, List<?> values, boolean needed) {
        boolean fits = values.size() == 1 || !needed && values.isEmpty();
        if (!fits)
            throw failed(
                    CmsCheck.SIGNED_ATTRIBUTES,
                    DocumentError.SIGNED_ATTRIBUTE_WRONG,
                    Map.of("what", name + " " + values.size() + " times"));
    }

    private void rfc5652_11_1_contentType(CmsFile file, SignerFields signer) {
        String signed = signer.contentTypes().getFirst();
        require(
                CmsCheck.CONTENT_TYPE,
                file.contentType().equals(DATA),
                DocumentError.CONTENT_TYPE_WRONG,
                Map.of("type", file.contentType()));
        if (!signed.equals(file.contentType()))
            throw failed(
                    CmsCheck.CONTENT_TYPE,
                    DocumentError.SIGNED_ATTRIBUTE_WRONG,
                    Map.of("what", "contentType " + signed));
    }

    private void rfc5652_11_2_messageDigest(
            SignerFields signer, ContentDigest digest, ContentDigests.Made digests) {
        byte[] signed = signer.messageDigests().getFirst();
        if (signed.length != digest.length())
            throw failed(
                    CmsCheck.MESSAGE_DIGEST,
                    DocumentError.SIGNED_ATTRIBUTE_WRONG,
                    Map.of(
                            "what",
                            "messageDigest, " + signed.length + " bytes, " + digest.algorithm()));
        require(
                CmsCheck.MESSAGE_DIGEST,
                MessageDigest.isEqual(signed, digests.by(digest)),
                DocumentError.CONTENT_CHANGED,
                Map.of("sha256", digests.sha256(), "digest", digest.algorithm()));
    }

    /** Not every program adds the attribute; where it is, it must name this certificate. */
    private void rfc5035_5_4_signingCertificate(SignerFields signer, IncludedCertificate leaf) {
        boolean same = signer.certificateHashes().stream().allMatch(hash -> isOf(hash, leaf.der()));
        require(
                CmsCheck.SIGNING_CERTIFICATE,
                same,
                DocumentError.SIGNING_CERTIFICATE_DIFFERS,
                Map.of("attributes", Integer.toString(signer.certificateHashes().size())));
    }

    private static boolean isOf(CertificateHash named, byte[] certificate) {
        String algorithm = CERTIFICATE_HASHES.get(named.algorithm());
        if (algorithm == null) return false;
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(certificate);
            return MessageDigest.isEqual(hash, named.hash());
        } catch (NoSuchAlgorithmException unknown) {
            return false;
        }
    }

    private SignatureVerdict rfc5652_5_6_signature(
            SignerFields signer, IncludedCertificate leaf, SignedContent content) {
        return time.map(at -> certificates.verify(leaf.der(), content, signer.signature(), at))
                .orElseGet(() -> certificates.verify(leaf.der(), content, signer.signature()));
    }

    private Instant now() {
        return certificates.clock().instant();
    }

    void passed(Check check, Map<String, String> data) {
        evidence.add(new Evidence(check, true, now(), data));
    }

    /** The end of this verification, to be thrown. */
    RuntimeException failed(Check check, DocumentError reason, Map<String, String> details) {
        evidence.add(new Evidence(check, false, now(), details));
        return new Ended(new Refusal(reason, details));
    }

    private void require(
            CmsCheck check, boolean holds, DocumentError reason, Map<String, String> details) {
        if (!holds) throw failed(check, reason, details);
        passed(check, details);
    }
}
