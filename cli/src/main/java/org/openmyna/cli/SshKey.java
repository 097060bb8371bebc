package org.openmyna.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;

/** A certificate's public key as OpenSSH writes it: RFC 4253, 6.6, numbers as in RFC 4251, 5. */
final class SshKey {
    private SshKey() {}

    static byte[] encode(X509Certificate certificate) {
        var key = (RSAPublicKey) certificate.getPublicKey();
        var out = new ByteArrayOutputStream();
        string(out, "ssh-rsa".getBytes(StandardCharsets.US_ASCII));
        string(out, key.getPublicExponent().toByteArray());
        string(out, key.getModulus().toByteArray());
        return out.toByteArray();
    }

    private static void string(ByteArrayOutputStream out, byte[] value) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
        out.writeBytes(value);
    }

    /** SHA-256 of a certificate in hexadecimal pairs, as OpenSSL prints it. */
    static String sha256(byte[] der) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
