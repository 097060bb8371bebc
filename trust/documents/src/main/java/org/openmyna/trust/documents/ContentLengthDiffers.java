package org.openmyna.trust.documents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** A stream was shorter or longer than announced (MYNA-DOC-052). */
public final class ContentLengthDiffers extends MynaException {
    private static final long serialVersionUID = 1;

    ContentLengthDiffers(long announced) {
        super(DocumentError.CONTENT_LENGTH_DIFFERS, Map.of("announced", announced));
    }
}
