package org.openmyna.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of an embedded server, one line a role, in a file for its owner alone. Who draws a
 * new one is alone: under the start lock, or under the lock of setting up.
 */
final class Passwords {
    private static final int BYTES = 24;

    private final Path file;
    private final SecureRandom random;

    Passwords(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /** Drawn and on the disk before it is told, if the role never had one. */
    synchronized String ofOrNew(String role) throws IOException {
        Properties all = read();
        String present = all.getProperty(role);
        if (present != null) {
            return present;
        }
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        all.setProperty(role, fresh);
        StringWriter text = new StringWriter();
        all.store(text, null);
        OwnerOnly.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        return fresh;
    }

    /**
     * @throws PasswordsNotReadable if it is not there
     */
    String of(String role) throws IOException {
        String present = read().getProperty(role);
        if (present == null) {
            throw new PasswordsNotReadable(file.toString());
        }
        return present;
    }

    private Properties read() throws IOException {
        Properties all = new Properties();
        if (Files.exists(file)) {
            OwnerOnly.mustBe(file);
            all.load(new StringReader(Files.readString(file)));
        }
        return all;
    }
}
