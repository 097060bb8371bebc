package org.openmyna.trust.documents;

import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.openmyna.trust.verifier.Forge;

/** PDF files as other programs write them. */
final class PdfsOfOthers {
    private PdfsOfOthers() {}

    /** Object streams and a cross-reference stream. */
    static byte[] compressed() {
        return Forge.quietly(() -> {
            try (var document = new PDDocument()) {
                document.addPage(new PDPage());
                var out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        });
    }

    /** Opens without a password, but may not be changed. */
    static byte[] encrypted() {
        return Forge.quietly(() -> {
            try (var document = new PDDocument()) {
                document.addPage(new PDPage());
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
                var out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        });
    }
}
