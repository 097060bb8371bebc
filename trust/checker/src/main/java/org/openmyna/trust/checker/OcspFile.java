package org.openmyna.trust.checker;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.checker.History.State;

/** An OCSP answer (RFC 6960 4.2.1) beside the log. */
final class OcspFile {
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final byte[] SHA256_RSA = HexFormat.of().parseHex("2a864886f70d01010b");
    private static final byte[] SHA256_ECDSA = HexFormat.of().parseHex("2a8648ce3d040302");
    private static final byte[] SHA_1 = HexFormat.of().parseHex("2b0e03021a");
    private static final byte[] SHA_256 = HexFormat.of().parseHex("608648016503040201");
    private static final byte[] BASIC = HexFormat.of().parseHex("2b0601050507300101");

    private final StatusLogFile log;
    private final List<Ca> cas;

    OcspFile(StatusLogFile log, List<Ca> cas) {
        this.log = log;
        this.cas = cas;
    }

    /**
     * @return what was proved, for people
     * @throws Doubt if signature or content are not those of the log
     */
    String check(byte[] der) throws Doubt {
        Tlv response = Tlv.of(der);
        if (response.child(0).integer().signum() != 0) {
            throw new Doubt("an error, not an answer / 答えではなくエラー");
        }
        Tlv bytes = response.child(1).child(0);
        if (!Arrays.equals(bytes.child(0).content(), BASIC)) {
            throw new Doubt("not a basic response / 基本形式の答えではない");
        }
        Tlv basic = Tlv.of(bytes.child(1).content());
        Tlv data = basic.child(0);
        int first = data.child(0).tag() == 0xA0 ? 1 : 0;
        Instant producedAt = data.child(first + 1).time();
        Ca ca = signedFor(basic, data.child(first), producedAt);
        long position = 0;
        List<Tlv> singles = data.child(first + 2).must(0x30, "responses").children();
        if (singles.isEmpty()) {
            throw new Doubt("an answer about nothing / 答えが空");
        }
        for (Tlv single : singles) {
            position = Math.max(position, single(single, ca, producedAt));
        }
        return "statuses of the log at position %2$d: %1$d / ログの位置 %2$d のとおりの状態: %1$d 件"
                .formatted(singles.size(), position);
    }

    /** The generation whose delegate, or who itself, signed (RFC 6960 4.2.2.2). */
    private Ca signedFor(Tlv basic, Tlv responderId, Instant producedAt) throws Doubt {
        for (Ca ca : cas) {
            X509Certificate signer = signer(basic, ca, producedAt);
            if (signer != null && named(responderId, signer)) {
                byte[] oid = basic.child(1).child(0).content();
                boolean rsa = Arrays.equals(oid, SHA256_RSA);
                if (!rsa && !Arrays.equals(oid, SHA256_ECDSA)) {
                    throw new Doubt("another signature algorithm / 署名アルゴリズムが違う");
                }
                Checks.signature(
                        rsa ? "SHA256withRSA" : "SHA256withECDSA",
                        signer.getPublicKey(),
                        basic.child(0).whole(),
                        basic.child(2).bits());
                return ca;
            }
        }
        throw new Doubt("not signed by a responder of these CAs / 認証局の応答者の署名ではない");
    }

    private static @Nullable X509Certificate signer(Tlv basic, Ca ca, Instant producedAt)
            throws Doubt {
        List<Tlv> parts = basic.children();
        if (parts.size() < 4) {
            return ca.certificate();
        }
        try {
            byte[] der = parts.get(3).child(0).child(0).whole();
            X509Certificate signer =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            if (signer.equals(ca.certificate())) {
                return signer;
            }
            signer.verify(ca.certificate().getPublicKey());
            signer.checkValidity(Date.from(producedAt));
            List<String> purposes = signer.getExtendedKeyUsage();
            boolean named =
                    signer.getIssuerX500Principal()
                            .equals(ca.certificate().getSubjectX500Principal());
            return named && purposes != null && purposes.contains(OCSP_SIGNING) ? signer : null;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static boolean named(Tlv responderId, X509Certificate signer) throws Doubt {
        byte[] found = responderId.child(0).whole();
        return switch (responderId.tag()) {
            case 0xA1 -> Arrays.equals(found, signer.getSubjectX500Principal().getEncoded());
            case 0xA2 ->
                    Arrays.equals(responderId.child(0).content(), Ca.hashOfKey("SHA-1", signer));
            default -> false;
        };
    }

    private long single(Tlv single, Ca ca, Instant producedAt) throws Doubt {
        Tlv certId = single.child(0);
        byte[] oid = certId.child(0).child(0).content();
        String algorithm = Arrays.equals(oid, SHA_1) ? "SHA-1" : "SHA-256";
        if (!Arrays.equals(oid, SHA_1) && !Arrays.equals(oid, SHA_256)
                || !Arrays.equals(certId.child(1).content(), ca.hashOfName(algorithm))
                || !Arrays.equals(
                        certId.child(2).content(), Ca.hashOfKey(algorithm, ca.certificate()))) {
            throw new Doubt("about a certificate of another CA / 署名した認証局の証明書ではない");
        }
        BigInteger serial = certId.child(3).integer();
        Instant thisUpdate = single.child(2).time();
        if (thisUpdate.isAfter(producedAt)) {
            throw new Doubt("its data are newer than its signature / データが署名より新しい");
        }
        long position = log.positionAt(thisUpdate);
        State told = state(single.child(1));
        History history = log.certificatesOf(ca.generation()).get(serial);
        Set<State> right = history == null ? Set.of(new State.Unknown()) : history.at(thisUpdate);
        if (!right.contains(told)) {
            throw History.contradiction(told, serial, position, right);
        }
        return position;
    }

    private static State state(Tlv status) throws Doubt {
        return switch (status.tag()) {
            case 0x80 -> new State.Good();
            case 0x82 -> new State.Unknown();
            case 0xA1 -> {
                List<Tlv> parts = status.children();
                int reason = parts.size() > 1 ? parts.get(1).child(0).integer().intValue() : 0;
                yield new State.Revoked(status.child(0).time(), reason);
            }
            default -> throw new Doubt("a status nobody knows / 未知の状態");
        };
    }
}
