package org.openmyna.trust.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A program that dies, without a word to anybody, while it writes a list. */
final class HalfWritten {
    static final int KILLED = 9;
    private static final int ENTRIES = 20_000;

    enum Moment {
        AMONG_ENTRIES,
        BEFORE_SIGNING,
        WHILE_SIGNING
    }

    private HalfWritten() {}

    /** Arguments: where the list shall be, when to die, the CA's certificate. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Moment moment = Moment.valueOf(arguments[1]);
        CaCertificate ca = CaCertificate.parse(Files.readAllBytes(Path.of(arguments[2])));
        ContentSignature dies =
                content -> {
                    Runtime.getRuntime().halt(KILLED);
                    return content;
                };
        var issuer = new JpkiProfile.Issuer(ca, dies);
        var head = ShamLists.head(Optional.empty());
        try (var writer = RevocationListWriter.open(file, issuer, head)) {
            for (int serial = 1; serial <= ENTRIES; serial++) {
                writer.add(serial, serial, RevocationReason.SUPERSEDED);
            }
            if (moment == Moment.AMONG_ENTRIES) {
                Runtime.getRuntime().halt(KILLED);
            }
            writer.sign((draft, offset, length) -> {
                if (moment == Moment.BEFORE_SIGNING) {
                    Runtime.getRuntime().halt(KILLED);
                }
            });
        }
    }
}
