package org.openmyna.trust.checker;

import static org.openmyna.trust.checker.Der.*;

import java.security.KeyPair;
import java.time.Instant;

/** OCSP answers and revocation lists of the fixture. */
final class Answers {
    private static final byte[] SHA1 = seq(hex("06052B0E03021A"), hex("0500"));
    private static final byte[] SHA256 = seq(hex("0609608648016503040201"));
    static final byte[] GOOD = hex("8000");
    static final byte[] UNKNOWN = hex("8200");

    private Answers() {}

    static byte[] revoked(Instant at, int reason) {
        byte[] why = reason == 0 ? new byte[0] : tlv(0xA0, tlv(10, new byte[] {(byte) reason}));
        return tlv(0xA1, generalized(at), why);
    }

    static byte[] single(long serial, byte[] status, Instant thisUpdate) {
        return single(serial, status, thisUpdate, Fixture.CA, true);
    }

    static byte[] single(long serial, byte[] status, Instant thisUpdate, KeyPair ca, boolean sha1) {
        String algorithm = sha1 ? "SHA-1" : "SHA-256";
        byte[] certId =
                seq(
                        sha1 ? SHA1 : SHA256,
                        octets(Fixture.digest(algorithm, Fixture.CA_NAME)),
                        octets(Fixture.digest(algorithm, Fixture.keyBits(ca.getPublic()))),
                        integer(serial));
        return seq(certId, status, generalized(thisUpdate), tlv(0xA0, generalized(thisUpdate)));
    }

    /** Signed by the delegated responder. */
    static byte[] ocsp(Instant producedAt, byte[]... singles) {
        return ocsp(Fixture.RESPONDER, Fixture.RESPONDER_CERTIFICATE, producedAt, singles);
    }

    static byte[] ocsp(KeyPair by, byte[] certificate, Instant producedAt, byte[]... singles) {
        byte[] keyHash = Fixture.digest("SHA-1", Fixture.keyBits(by.getPublic()));
        byte[] data = seq(tlv(0xA2, octets(keyHash)), generalized(producedAt), seq(join(singles)));
        byte[] certs = certificate.length == 0 ? certificate : tlv(0xA0, seq(certificate));
        byte[] basic = Fixture.signed(data, by, certs);
        byte[] bytes = seq(hex("06092B0601050507300101"), octets(basic));
        return seq(hex("0A0100"), tlv(0xA0, bytes));
    }

    static byte[] entry(long serial, Instant at, int reason) {
        byte[] code = tlv(10, new byte[] {(byte) reason});
        byte[] why = reason == 0 ? new byte[0] : seq(extension("551D15", false, code));
        return seq(integer(serial), utc(at), why);
    }

    /**
     * @param scope prefecture/municipality, or empty
     */
    static byte[] crl(KeyPair by, Instant thisUpdate, String scope, byte[]... entries) {
        byte[] point = new byte[0];
        if (!scope.isEmpty()) {
            String[] parts = scope.split("/");
            byte[] name = name(6, "JP", 10, "JPKI-TEST", 11, parts[0], 3, parts[1] + " CRLDP");
            point = tlv(0xA0, tlv(0xA0, tlv(0xA4, name)));
        }
        byte[] idp = extension("551D1C", true, seq(point, hex("8101FF")));
        byte[] number = extension("551D14", false, integer(7));
        return Fixture.signed(
                seq(
                        integer(1),
                        RSA_SHA256,
                        Fixture.CA_NAME,
                        utc(thisUpdate),
                        utc(thisUpdate.plusSeconds(172_800)),
                        entries.length == 0 ? new byte[0] : seq(join(entries)),
                        tlv(0xA0, seq(number, idp))),
                by);
    }
}
