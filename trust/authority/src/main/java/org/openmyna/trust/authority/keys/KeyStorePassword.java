package org.openmyna.trust.authority.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What opens an authority's key store: drawn by chance into an owner-only file beside the key, or
 * given by the operator and kept nowhere. Cannot be printed, and is wiped when closed.
 */
public final class KeyStorePassword implements AutoCloseable {
    private static final int DRAWN_BYTES = 32;

    private final Optional<char[]> given;

    private KeyStorePassword(Optional<char[]> given) {
        this.given = given;
    }

    /** In a file beside the key: good for a sandbox, and as safe as the directory. */
    public static KeyStorePassword besideTheKey() {
        return new KeyStorePassword(Optional.empty());
    }

    /** Copies and then wipes {@code typed}. */
    public static KeyStorePassword takeFrom(char[] typed) {
        char[] copy = typed.clone();
        Arrays.fill(typed, '\0');
        return new KeyStorePassword(Optional.of(copy));
    }

    /** For the first key: writes a new file where none is given. The caller wipes the answer. */
    char[] establish(Path file, SecureRandom random) throws IOException {
        if (given.isEmpty() && !Files.exists(file)) {
            byte[] drawn = new byte[DRAWN_BYTES];
            random.nextBytes(drawn);
            OwnerOnly.write(file, Base64.getEncoder().encode(drawn));
            Arrays.fill(drawn, (byte) 0);
        }
        return reveal(file);
    }

    /** The caller wipes the answer. */
    char[] reveal(Path file) throws IOException {
        if (given.isPresent()) {
            return given.get().clone();
        }
        byte[] content = OwnerOnly.read(file);
        CharBuffer text = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(content));
        char[] password = new char[text.remaining()];
        text.get(password);
        Arrays.fill(content, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return password;
    }

    @Override
    public void close() {
        given.ifPresent(secret -> Arrays.fill(secret, '\0'));
    }

    @Override
    public String toString() {
        return "KeyStorePassword[hidden]";
    }
}
