package org.openmyna.trust.documents;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/**
 * A PDF cannot be signed: broken (MYNA-DOC-101), too demanding (102), encrypted (103), under
 * permissions (109) or signed already (110).
 */
public final class PdfNotSignable extends MynaException {
    private static final long serialVersionUID = 1;

    PdfNotSignable(DocumentError reason, Map<String, String> details) {
        super(reason, details);
    }
}
