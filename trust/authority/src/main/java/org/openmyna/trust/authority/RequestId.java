package org.openmyna.trust.authority;

import java.util.regex.Pattern;

/**
 * The name of one request for a certificate, given by whoever asks. Every step of issuing may be
 * repeated under it, with the same outcome: so a counter that heard no answer asks again.
 *
 * @param value 1 to 80 of A-Z, a-z, 0-9, hyphen, underscore and dot; never used for another
 *     certificate of the same CA
 */
public record RequestId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

    /**
     * @throws RequestIdMalformed if the value is another text (MYNA-AUT-030)
     */
    public RequestId {
        if (!SHAPE.matcher(value).matches()) throw new RequestIdMalformed(value.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
