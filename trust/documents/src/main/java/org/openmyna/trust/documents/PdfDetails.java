package org.openmyna.trust.documents;

import java.util.Optional;

/**
 * What a signer adds to a PDF signature; viewers show it, and it is signed along.
 *
 * @param reason why it was signed, in the signer's words
 * @param location where it was signed
 */
public record PdfDetails(Optional<String> reason, Optional<String> location) {
    /** Neither. */
    public static PdfDetails none() {
        return new PdfDetails(Optional.empty(), Optional.empty());
    }
}
