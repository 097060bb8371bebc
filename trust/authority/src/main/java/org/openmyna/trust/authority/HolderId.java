package org.openmyna.trust.authority;

import java.util.regex.Pattern;

/**
 * Who holds certificates, as the one who applies for them knows the person: opaque here, and stored
 * in the ledger, so never a My Number.
 *
 * @param value 1 to 64 of A-Z, a-z, 0-9, hyphen and underscore
 */
public record HolderId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * @throws HolderIdMalformed if the value is another text (MYNA-AUT-025)
     */
    public HolderId {
        if (!SHAPE.matcher(value).matches()) {
            throw new HolderIdMalformed(value.length());
        }
    }
}
