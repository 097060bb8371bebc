package org.openmyna.trust.documents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The signer's certificate is not a signature certificate (MYNA-DOC-053). */
public final class SignerNotForDocuments extends MynaException {
    private static final long serialVersionUID = 1;

    SignerNotForDocuments() {
        super(DocumentError.SIGNER_NOT_FOR_DOCUMENTS, Map.of());
    }
}
