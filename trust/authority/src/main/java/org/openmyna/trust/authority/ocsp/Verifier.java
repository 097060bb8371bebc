package org.openmyna.trust.authority.ocsp;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An entry of the register of verifiers.
 *
 * @param id what operators call it: 1 to 64 of a-z, 0-9, {@code -}, {@code .}; the first a letter
 *     or digit
 * @param name of the organisation, 1 to 200 characters
 * @param certificateSha256 SHA-256 of the client certificate it shows, 32 bytes
 * @param since when it came into this state, legal time
 */
public record Verifier(
        String id,
        VerifierKind kind,
        String name,
        byte[] certificateSha256,
        VerifierState state,
        Instant since) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final int MAX_NAME = 200;
    private static final int SHA256_BYTES = 32;

    /**
     * @throws VerifierMalformed for anything else (MYNA-OCS-005)
     */
    public Verifier {
        must("id", ID.matcher(id).matches());
        must("name", !name.isBlank() && name.length() <= MAX_NAME);
        must("certificateSha256", certificateSha256.length == SHA256_BYTES);
        certificateSha256 = certificateSha256.clone();
    }

    private static void must(String part, boolean holds) {
        if (!holds) {
            throw new VerifierMalformed(part);
        }
    }

    @Override
    public byte[] certificateSha256() {
        return certificateSha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Verifier that
                && id.equals(that.id)
                && kind == that.kind
                && name.equals(that.name)
                && Arrays.equals(certificateSha256, that.certificateSha256)
                && state == that.state
                && since.equals(that.since);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Verifier[%s, %s, %s, certificate %s, %s since %s]"
                .formatted(
                        id, kind, name, HexFormat.of().formatHex(certificateSha256), state, since);
    }
}
