package org.openmyna.trust.profile;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** OCSP messages and the responder's certificate against skeletons written by hand. */
final class OcspSkeletonTest {
    private final Map<String, String> values = new HashMap<>();

    OcspSkeletonTest() throws GeneralSecurityException {
        byte[] caName = ShamOcsp.ca().nameDer();
        byte[] caKey = rsaPublicKey(Sham.publicKey(Sham.caKey()).getModulus().toByteArray());
        values.put("CA_NAME_SHA1", hash("SHA-1", caName));
        values.put("CA_NAME_SHA256", hash("SHA-256", caName));
        values.put("CA_KEY_ID", hash("SHA-1", caKey));
        values.put("CA_KEY_SHA256", hash("SHA-256", caKey));
        var modulus = Sham.publicKey(Sham.strangerKey()).getModulus();
        values.put("RESPONDER_MODULUS", modulus.toString());
        values.put("RESPONDER_KEY_ID", hash("SHA-1", rsaPublicKey(modulus.toByteArray())));
        values.put("CERTIFICATE_SIGNATURE", last256(ShamOcsp.RESPONDER.der()));
    }

    /** RSA-2048 with e = 65537: 30 82 010A, 02 82 0101 00 modulus, 02 03 010001. */
    private static byte[] rsaPublicKey(byte[] modulus) {
        return HexFormat.of()
                .parseHex("3082010A02820101" + HexFormat.of().formatHex(modulus) + "0203010001");
    }

    private static String hash(String algorithm, byte[] content) throws GeneralSecurityException {
        return hex(MessageDigest.getInstance(algorithm).digest(content));
    }

    private static String last256(byte[] der) {
        return hex(Arrays.copyOfRange(der, der.length - 256, der.length));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Test
    void the_certificate_of_a_responder_is_section_3_3() {
        Skeleton.named("responder", values).assertSameAs(ShamOcsp.RESPONDER.der());
    }

    @Test
    void a_request_is_rfc_6960_section_4_1() {
        var certIds = List.of(ShamOcsp.certId(114_393_095), ShamOcsp.certId256(2));
        byte[] der = OcspRequest.withNonce(ShamOcsp.NONCE, certIds).der();
        Skeleton.named("ocsp-request", values).assertSameAs(der);
    }

    @Test
    void an_answer_is_rfc_6960_section_4_2() {
        byte[][] signature = new byte[1][];
        var writer =
                new OcspResponseWriter(
                        ShamOcsp.RESPONDER, content -> signature[0] = ShamOcsp.KEY.sign(content));
        byte[] der =
                writer.write(ShamOcsp.NOW, ShamOcsp.ofEveryKind(), Optional.of(ShamOcsp.NONCE));
        values.put("SIGNATURE", hex(signature[0]));
        Skeleton.named("ocsp-response", values).assertSameAs(der);
    }
}
