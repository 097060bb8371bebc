package org.openmyna.trust.verifier;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;

/** The rules for the values of a challenge. Together they keep each value on its own line. */
public final class ChallengeText {
    private static final int NONCE_LEAST = 16;
    private static final int NONCE_MOST = 64;

    private ChallengeText() {}

    static void requireClient(String client) {
        require(client.matches("[!-~]{1,128}"), "client");
    }

    static void requirePurpose(String purpose) {
        int length = purpose.codePointCount(0, purpose.length());
        require(length >= 1 && length <= 200, "purpose length");
        require(isReadable(purpose), "purpose characters");
        require(purpose.equals(purpose.strip()), "purpose blanks");
    }

    /** An origin is scheme, host and port in their one canonical spelling (RFC 6454 6.2). */
    static void requireOrigin(String origin) {
        URI uri = parse(origin, "platform");
        require(uri.getScheme() != null && uri.getHost() != null, "platform");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String canonical =
                (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + port;
        require(origin.equals(canonical), "platform is not a canonical origin");
        require(uri.getPort() != ("https".equals(uri.getScheme()) ? 443 : 80), "platform port");
        require(isWebAddress(uri), "platform scheme");
        require(origin.length() <= 300, "platform length");
    }

    static void requireRedirectAddress(URI address) {
        String text = address.toString();
        require(address.isAbsolute() && address.getRawFragment() == null, "redirect");
        require(text.length() <= 1000 && text.matches("[!-~]+"), "redirect characters");
        require(address.getRawUserInfo() == null, "redirect with user");
        require(isWebAddress(address) || address.getScheme().indexOf('.') > 0, "redirect scheme");
    }

    static byte[] requireNonce(String nonce) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(nonce);
            require(bytes.length >= NONCE_LEAST && bytes.length <= NONCE_MOST, "nonce length");
            require(base64(bytes).equals(nonce), "nonce spelling");
            return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw new LoginChallengeMalformed("nonce");
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static URI parse(String text, String what) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new LoginChallengeMalformed(what);
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) throw new LoginChallengeMalformed(what);
    }

    /** https anywhere; http only where the traffic cannot leave the machine (RFC 6761 6.3). */
    private static boolean isWebAddress(URI uri) {
        String host = uri.getHost();
        if (host == null) return false;
        if ("https".equals(uri.getScheme())) return true;
        boolean here =
                host.equals("localhost")
                        || host.endsWith(".localhost")
                        || host.equals("127.0.0.1")
                        || host.equals("[::1]");
        return "http".equals(uri.getScheme()) && here;
    }

    /**
     * Whether each character is seen where it stands: nothing that controls, turns the direction
     * round, or is not assigned. The agent asks the same of the names that it shows.
     */
    public static boolean isReadable(String text) {
        return text.codePoints().allMatch(ChallengeText::isReadable);
    }

    private static boolean isReadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
