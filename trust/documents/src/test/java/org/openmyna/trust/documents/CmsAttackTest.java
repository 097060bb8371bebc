package org.openmyna.trust.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;
import org.openmyna.trust.verifier.ContentDigest;
import org.openmyna.trust.verifier.Forge;
import org.openmyna.trust.verifier.Mutations;
import org.openmyna.trust.verifier.World;

/** Files that no honest program writes. */
final class CmsAttackTest {
    private static final byte[] CONTENT = Forge.utf8("転居届\n");
    private static final ASN1ObjectIdentifier SHA_256 =
            new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1");
    private final World world = new World();
    private final CmsVerifier verifier = CmsVerifier.now(world.signatures());
    private final byte[] certificate = world.signature().der();

    /** A file in the making, honest until a test changes it. */
    private final class Draft {
        private byte[] content = CONTENT;
        private byte[] digested = CONTENT;
        private final List<Attribute> attributes = new ArrayList<>();
        private boolean withAttributes = true;
        private ASN1ObjectIdentifier type = PKCSObjectIdentifiers.data;
        private ASN1ObjectIdentifier digest = SHA_256;
        private ASN1ObjectIdentifier algorithm = PKCSObjectIdentifiers.sha256WithRSAEncryption;
        private ASN1ObjectIdentifier announced = SHA_256;
        private ContentDigest used = ContentDigest.SHA_256;
        private ContentDigest signedUnder = ContentDigest.SHA_256;
        private List<byte[]> included = List.of(certificate);
        private int signers = 1;
        private boolean ber;

        Draft() {
            attributes.add(of(CMSAttributes.contentType, PKCSObjectIdentifiers.data));
        }

        /** Uses this digest in all places. */
        Draft under(ContentDigest other) {
            digest = new ASN1ObjectIdentifier(other.oid());
            announced = digest;
            used = other;
            signedUnder = other;
            algorithm = withRsa(other);
            return this;
        }

        Attribute of(ASN1ObjectIdentifier oid, ASN1Encodable... values) {
            return new Attribute(oid, new DERSet(values));
        }

        byte[] file() {
            return Forge.quietly(() -> {
                byte[] hash = used.start().digest(digested);
                List<Attribute> all = new ArrayList<>(attributes);
                all.add(of(CMSAttributes.messageDigest, new DEROctetString(hash)));
                DERSet set = new DERSet(all.toArray(ASN1Encodable[]::new));
                byte[] signed = withAttributes ? set.getEncoded("DER") : content;
                byte[] signature =
                        Forge.cardSigns(
                                world.signatureKeys.getPrivate(),
                                signedUnder.digestInfo(signedUnder.start().digest(signed)));
                Certificate own = Certificate.getInstance(certificate);
                var id =
                        new SignerIdentifier(
                                new IssuerAndSerialNumber(
                                        own.getIssuer(), own.getSerialNumber().getValue()));
                var signer =
                        new SignerInfo(
                                id,
                                new AlgorithmIdentifier(digest),
                                withAttributes ? set : null,
                                new AlgorithmIdentifier(algorithm, DERNull.INSTANCE),
                                new DEROctetString(signature),
                                null);
                var infos = new ASN1EncodableVector();
                for (int i = 0; i < signers; i++) infos.add(signer);
                var certificates = new ASN1EncodableVector();
                for (byte[] der : included) certificates.add(Certificate.getInstance(der));
                var octets = ber ? new BEROctetString(content, 3) : new DEROctetString(content);
                var data =
                        new SignedData(
                                new DERSet(new AlgorithmIdentifier(announced)),
                                new ContentInfo(type, octets),
                                new DERSet(certificates),
                                null,
                                new org.bouncycastle.asn1.DLSet(infos));
                var info = new ContentInfo(PKCSObjectIdentifiers.signedData, data);
                return info.getEncoded(ber ? "BER" : "DL");
            });
        }
    }

    private String codeOf(Draft draft) {
        return Pens.code(verifier.verify(draft.file()));
    }

    @Test
    void the_honest_draft_is_accepted_in_der_and_ber() {
        assertThat(codeOf(new Draft())).isEqualTo("accepted");
        var ber = new Draft();
        ber.ber = true;
        assertThat(codeOf(ber)).isEqualTo("accepted");
        byte[] padded = Arrays.copyOf(ber.file(), ber.file().length + 500);
        assertThat(Pens.code(verifier.verify(padded))).isEqualTo("accepted");
    }

    @Test
    void content_that_was_exchanged_is_noticed() {
        var draft = new Draft();
        draft.content = Forge.utf8("全財産を譲ります\n");
        assertThat(codeOf(draft)).isEqualTo("MYNA-DOC-007");
    }

    @Test
    void a_signature_without_attributes_is_refused() {
        var draft = new Draft();
        draft.withAttributes = false;
        assertThat(codeOf(draft)).isEqualTo("MYNA-DOC-005");
    }

    @Test
    void attributes_passed_off_as_a_document_are_refused() {
        // The signed attributes of one file are the content of another one without attributes.
        var draft = new Draft();
        draft.withAttributes = false;
        draft.content =
                Forge.quietly(
                        () -> new DERSet(new Draft().attributes.getFirst()).getEncoded("DER"));
        assertThat(codeOf(draft)).isEqualTo("MYNA-DOC-005");
    }

    @Test
    void attributes_that_come_twice_or_are_missing_are_refused() {
        var twice = new Draft();
        twice.attributes.add(
                twice.of(CMSAttributes.messageDigest, new DEROctetString(new byte[32])));
        assertThat(codeOf(twice)).isEqualTo("MYNA-DOC-006");
        var none = new Draft();
        none.attributes.clear();
        assertThat(codeOf(none)).isEqualTo("MYNA-DOC-006");
        var two = new Draft();
        two.attributes.clear();
        two.attributes.add(
                two.of(
                        CMSAttributes.contentType,
                        PKCSObjectIdentifiers.data,
                        PKCSObjectIdentifiers.envelopedData));
        assertThat(codeOf(two)).isEqualTo("MYNA-DOC-006");
        var times = new Draft();
        var time = new DERUTCTime(Date.from(Instant.EPOCH));
        times.attributes.add(times.of(CMSAttributes.signingTime, time));
        times.attributes.add(times.of(CMSAttributes.signingTime, time));
        assertThat(codeOf(times)).isEqualTo("MYNA-DOC-006");
    }

    @Test
    void a_type_that_differs_from_the_signed_one_or_is_no_document_is_refused() {
        var other = new Draft();
        other.attributes.clear();
        other.attributes.add(
                other.of(CMSAttributes.contentType, PKCSObjectIdentifiers.envelopedData));
        assertThat(codeOf(other)).isEqualTo("MYNA-DOC-006");
        var token = new Draft();
        token.type = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.4");
        assertThat(codeOf(token)).isEqualTo("MYNA-DOC-011");
    }

    @Test
    void other_algorithms_are_refused() {
        var sha1 = new Draft();
        sha1.digest = new ASN1ObjectIdentifier("1.3.14.3.2.26");
        sha1.announced = sha1.digest;
        assertThat(codeOf(sha1)).isEqualTo("MYNA-DOC-004");
        var pss = new Draft();
        pss.algorithm = PKCSObjectIdentifiers.id_RSASSA_PSS;
        assertThat(codeOf(pss)).isEqualTo("MYNA-DOC-004");
    }

    private static ASN1ObjectIdentifier withRsa(ContentDigest digest) {
        return new ASN1ObjectIdentifier("1.2.840.113549.1.1." + (11 + digest.ordinal()));
    }

    @Test
    void sha_384_and_sha_512_are_accepted_as_sha_256_is() {
        for (ContentDigest digest : ContentDigest.values()) {
            assertThat(codeOf(new Draft().under(digest))).isEqualTo("accepted");
            var bare = new Draft().under(digest);
            bare.algorithm = PKCSObjectIdentifiers.rsaEncryption;
            assertThat(codeOf(bare)).isEqualTo("accepted");
            var exchanged = new Draft().under(digest);
            exchanged.content = Forge.utf8("全財産を譲ります\n");
            assertThat(codeOf(exchanged)).isEqualTo("MYNA-DOC-007");
        }
    }

    @Test
    void digests_that_contradict_each_other_are_refused() {
        for (ContentDigest one : ContentDigest.values())
            for (ContentDigest other : ContentDigest.values()) {
                if (one == other) continue;
                var algorithms = new Draft().under(one);
                algorithms.algorithm = withRsa(other);
                assertThat(codeOf(algorithms)).isEqualTo("MYNA-DOC-012");
                var attribute = new Draft().under(one);
                attribute.used = other;
                assertThat(codeOf(attribute)).isEqualTo("MYNA-DOC-006");
                var signature = new Draft().under(one);
                signature.signedUnder = other;
                assertThat(codeOf(signature)).isEqualTo("MYNA-VRF-201");
                var announced = new Draft().under(one);
                announced.announced = new ASN1ObjectIdentifier(other.oid());
                assertThat(codeOf(announced))
                        .isEqualTo(one == ContentDigest.SHA_256 ? "accepted" : "MYNA-DOC-012");
            }
    }

    @Test
    void algorithms_signed_along_must_be_the_ones_used() {
        for (ContentDigest digest : ContentDigest.values()) {
            var draft = new Draft();
            draft.attributes.add(
                    draft.of(
                            CMSAttributes.cmsAlgorithmProtect,
                            new CMSAlgorithmProtection(
                                    new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid())),
                                    CMSAlgorithmProtection.SIGNATURE,
                                    new AlgorithmIdentifier(withRsa(digest), DERNull.INSTANCE))));
            assertThat(codeOf(draft))
                    .isEqualTo(digest == ContentDigest.SHA_256 ? "accepted" : "MYNA-DOC-012");
            draft.attributes.add(draft.attributes.getLast());
            assertThat(codeOf(draft)).isEqualTo("MYNA-DOC-006");
        }
    }

    @Test
    void a_file_with_no_signer_two_signers_or_no_certificate_is_refused() {
        for (int count : new int[] {0, 2}) {
            var draft = new Draft();
            draft.signers = count;
            assertThat(codeOf(draft)).isEqualTo("MYNA-DOC-002");
        }
        var bare = new Draft();
        bare.included = List.of();
        assertThat(codeOf(bare)).isEqualTo("MYNA-DOC-003");
        var foreign = new Draft();
        foreign.included = List.of(world.signatureAuthority.der);
        assertThat(codeOf(foreign)).isEqualTo("MYNA-DOC-003");
    }

    @Test
    void a_certificate_of_the_same_serial_and_key_does_not_replace_the_signed_one() {
        byte[] twin = world.signature().municipality("Minato-ku").der();
        var draft = new Draft();
        byte[] hash = ContentDigest.SHA_256.start().digest(certificate);
        draft.attributes.add(
                draft.of(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new SigningCertificateV2(new ESSCertIDv2(hash))));
        assertThat(codeOf(draft)).isEqualTo("accepted");
        draft.included = List.of(twin);
        assertThat(codeOf(draft)).isEqualTo("MYNA-DOC-008");
    }

    @Test
    void a_login_certificate_signs_no_document() {
        byte[] cms = CmsSignatures.sign(CONTENT, false, Pens.of(world), Pens.SIGNED);
        byte[] login = world.login().holder(world.signatureKeys.getPublic()).der();
        var draft = new Draft();
        draft.included = List.of(login, world.signatureAuthority.der, certificate);
        assertThat(codeOf(draft)).isEqualTo("accepted");
        assertThat(Pens.code(verifier.verify(cms))).isEqualTo("accepted");
    }

    @Test
    void hostile_nesting_and_sizes_end_soon() throws IOException {
        byte[] deep = new byte[900_000];
        for (int i = 0; i + 1 < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertThat(Pens.code(verifier.verify(deep))).isEqualTo("MYNA-DOC-001");
        var draft = new Draft().file();
        byte[] hugeLength = draft.clone();
        hugeLength[1] = (byte) 0x84;
        hugeLength[2] = 0x7F;
        hugeLength[3] = (byte) 0xFF;
        assertThat(Pens.code(verifier.verify(hugeLength))).isEqualTo("MYNA-DOC-001");
        byte[] nested = nestedCertificates();
        assertThat(Pens.code(verifier.verify(nested))).isEqualTo("MYNA-DOC-001");
        assertThat(
                        Pens.code(
                                verifier.verify(
                                        new ByteArrayInputStream(new byte[0]),
                                        OutputStream.nullOutputStream())))
                .isEqualTo("MYNA-DOC-001");
        byte[] follows = Arrays.copyOf(draft, draft.length + 1);
        follows[draft.length] = 1;
        assertThat(Pens.code(verifier.verify(follows))).isEqualTo("MYNA-DOC-001");
    }

    /** Certificates that are sequences in sequences, deep enough to exhaust a stack. */
    private static byte[] nestedCertificates() {
        return Forge.quietly(() -> {
            byte[] open = new byte[800_000];
            Arrays.fill(open, (byte) 0);
            for (int i = 0; i < 400_000; i += 2) {
                open[i] = 0x30;
                open[i + 1] = (byte) 0x80;
            }
            byte[] head =
                    org.bouncycastle.util.encoders.Hex.decode(
                            "308006092a864886f70d010702a0803080020101310d300b06096086480165030402013080"
                                    + "06092a864886f70d010701"
                                    + "0000"
                                    + "a080");
            byte[] all = Arrays.copyOf(head, head.length + open.length);
            System.arraycopy(open, 0, all, head.length, open.length);
            return all;
        });
    }

    @Test
    void any_damage_to_a_file_is_a_named_refusal_or_leaves_what_was_signed() {
        byte[] good = CmsSignatures.sign(CONTENT, false, Pens.of(world), Pens.SIGNED);
        var draft = new Draft();
        draft.ber = true;
        byte[] indefinite = draft.file();
        Random chance = new Random(7);
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Mutations.of(i % 2 == 0 ? good : indefinite, chance);
            DocumentVerdict verdict = verifier.verify(bytes);
            seen.merge(Pens.code(verdict), 1, Integer::sum);
            if (verdict instanceof DocumentVerdict.Accepted accepted)
                assertThat(accepted.contentSha256())
                        .isEqualTo(
                                java.util.HexFormat.of()
                                        .formatHex(ContentDigest.SHA_256.start().digest(CONTENT)));
        }
        assertThat(seen).hasSizeGreaterThan(8);
        assertThat(seen.getOrDefault("accepted", 0)).isLessThan(1000);
    }

    @Test
    void unused_shapes_of_ber_are_read_or_refused() {
        var sequence =
                new BERSequence(
                        new ASN1Encodable[] {PKCSObjectIdentifiers.data, new DERSequence()});
        byte[] other = Forge.quietly(() -> sequence.getEncoded("BER"));
        assertThat(Pens.code(verifier.verify(other))).isEqualTo("MYNA-DOC-001");
    }
}
