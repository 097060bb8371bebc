package org.openmyna.trust.verifier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The openssl program as a second opinion. Where CI=true it must be there. */
public final class OpenSsl {
    /**
     * @param exit status of the program
     * @param output both of its streams
     */
    public record Answer(int exit, String output) {
        public boolean ok() {
            return exit == 0;
        }
    }

    private final Path directory;

    /** Skips the test where there is no openssl, unless CI=true. */
    public OpenSsl(Path directory) {
        this.directory = directory;
        boolean present = isPresent();
        if (!present && "true".equals(System.getenv("CI")))
            throw new AssertionError("openssl is missing and CI=true");
        assumeTrue(present, "no openssl on this machine");
    }

    private static boolean isPresent() {
        try {
            return new ProcessBuilder("openssl", "version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public Path file(String name, byte[] content) {
        return Forge.quietly(() -> Files.write(directory.resolve(name), content));
    }

    public Path pem(String name, String label, byte[]... ders) {
        StringBuilder text = new StringBuilder();
        for (byte[] der : ders)
            text.append("-----BEGIN ")
                    .append(label)
                    .append("-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der))
                    .append("\n-----END ")
                    .append(label)
                    .append("-----\n");
        return file(name, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    public byte[] read(String name) {
        return Forge.quietly(() -> Files.readAllBytes(directory.resolve(name)));
    }

    /** Runs with file names relative to the directory. */
    public Answer run(String... arguments) {
        return Forge.quietly(() -> {
            List<String> command = new ArrayList<>(List.of("openssl"));
            command.addAll(List.of(arguments));
            Path output = directory.resolve("output.txt");
            Process process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("openssl does not end");
            }
            return new Answer(
                    process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        });
    }

    public static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }
}
