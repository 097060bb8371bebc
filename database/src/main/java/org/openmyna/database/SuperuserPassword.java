package org.openmyna.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The superuser's password of an embedded server: one line in a file for its owner alone. */
final class SuperuserPassword {
    private static final int BYTES = 24;

    private final Path file;
    private final SecureRandom random;

    SuperuserPassword(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    Path file() {
        return file;
    }

    /** On the disk before anything is made with it. Under the start lock. */
    void drawIfAbsent() throws IOException {
        if (!Files.exists(file)) {
            byte[] drawn = new byte[BYTES];
            random.nextBytes(drawn);
            OwnerOnly.write(file, Base64.getUrlEncoder().withoutPadding().encode(drawn));
        }
    }

    /**
     * @throws PasswordNotReadable if it is not there
     * @throws FolderOpenToOthers if others could read it
     */
    String read() throws IOException {
        if (!Files.exists(file)) {
            throw new PasswordNotReadable(file.toString());
        }
        OwnerOnly.mustBe(file);
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
