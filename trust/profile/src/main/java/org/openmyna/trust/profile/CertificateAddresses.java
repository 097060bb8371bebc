package org.openmyna.trust.profile;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The two web addresses that a certificate carries. They are configuration: an authority on a
 * laptop must not make strangers ask the real services about its sham people.
 *
 * @param cps where the certification practice statement is, in the policy of every certificate
 * @param ocsp where user-authentication certificates are asked about
 */
public record CertificateAddresses(URI cps, URI ocsp) {
    private static final Pattern HOST_OF_NOBODY =
            Pattern.compile("([a-z0-9-]+\\.)*(localhost|test|example)");
    private static final int MAX_CHARACTERS = 200;

    /**
     * @throws SubjectNameMalformed if an address is not a plain http or https address in ASCII
     *     (MYNA-PRF-013)
     */
    public CertificateAddresses {
        plainWeb("cps address", cps);
        plainWeb("ocsp address", ocsp);
    }

    /** The addresses of the sandbox; browsers find every {@code .localhost} on this machine. */
    public static CertificateAddresses sandbox() {
        return new CertificateAddresses(
                URI.create("http://authority.localhost:8080/cps"),
                URI.create("http://ocsp.authority.localhost:8080/"));
    }

    /**
     * The test hierarchy may name only hosts that can be nobody's (RFC 2606, RFC 6761).
     *
     * @throws RealHostRefused if one of the addresses names another (MYNA-PRF-012)
     */
    public void mustSuit(Hierarchy hierarchy) {
        if (hierarchy == Hierarchy.TEST) {
            refuseRealHost(cps);
            refuseRealHost(ocsp);
        }
    }

    private static void refuseRealHost(URI address) {
        if (!HOST_OF_NOBODY.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches()) {
            throw new RealHostRefused(address.toString());
        }
    }

    private static void plainWeb(String part, URI address) {
        String text = address.toString();
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        boolean ascii = text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        if (!web
                || !ascii
                || address.getHost() == null
                || address.getUserInfo() != null
                || text.length() > MAX_CHARACTERS) {
            throw new SubjectNameMalformed(part, text);
        }
    }
}
