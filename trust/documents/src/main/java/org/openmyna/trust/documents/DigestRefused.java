package org.openmyna.trust.documents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A signature was asked for under a digest that protects nothing, such as SHA-1 (MYNA-DOC-054). */
public final class DigestRefused extends MynaException {
    private static final long serialVersionUID = 1;

    DigestRefused(String digest) {
        super(DocumentError.DIGEST_REFUSED, Map.of("digest", digest));
    }
}
