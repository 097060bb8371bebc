package org.openmyna.trust.authority.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The openssl program as a second opinion; on CI it must be there. */
public final class OpenSsl {
    private OpenSsl() {}

    public record Answer(int exitCode, String output) {}

    public static void mustBeThere() {
        boolean there = there();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("openssl must be installed where CI=true").isTrue();
        }
        assumeTrue(there, "openssl is not installed: this proof was left out");
    }

    private static boolean there() {
        try {
            return run("version").exitCode() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    /** Writes DER as PEM. */
    public static String pem(Path file, String label, byte[] der) throws IOException {
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        String text =
                "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
        return Files.writeString(file, text).toString();
    }
}
