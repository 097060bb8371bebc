package org.openmyna.trust.authority.ocsp;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The request in a path: {@code GET {url}/{url-encoding of base-64 encoding of the DER}} (RFC 6960
 * A.1, RFC 5019 5). Base 64 has the alphabet of RFC 4648 4, with or without its padding; percent
 * signs are taken back once, and a plus is a plus. Slashes before it are left out: where the
 * address ends in one, clients add another, and no request begins with one.
 */
final class GetPath {
    private GetPath() {}

    /**
     * @return empty for what is none
     */
    static Optional<byte[]> request(String path, int maxBytes) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        // a byte takes four thirds of a character, and each of them at most three in the path
        if (path.length() - start > maxBytes * 4L + 12) {
            return Optional.empty();
        }
        byte[] base64 = percentDecoded(path, start);
        if (base64.length == 0) {
            return Optional.empty();
        }
        try {
            byte[] request = Base64.getDecoder().decode(base64);
            return Optional.of(request);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** RFC 3986 2.1; nothing for a percent sign without two digits, and beyond ASCII. */
    private static byte[] percentDecoded(String path, int start) {
        byte[] decoded = new byte[path.length() - start];
        int length = 0;
        for (int n = start; n < path.length(); n++) {
            int c = path.charAt(n);
            if (c == '%') {
                c = n + 2 < path.length() ? octet(path.charAt(n + 1), path.charAt(n + 2)) : -1;
                n += 2;
            }
            if (c < 0 || c > 0x7F) {
                return new byte[0];
            }
            decoded[length++] = (byte) c;
        }
        return Arrays.copyOf(decoded, length);
    }

    private static int octet(char high, char low) {
        int upper = Character.digit(high, 16);
        int lower = Character.digit(low, 16);
        return upper < 0 || lower < 0 || high > 'f' || low > 'f' ? -1 : upper << 4 | lower;
    }
}
