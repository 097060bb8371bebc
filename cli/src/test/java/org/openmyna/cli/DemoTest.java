package org.openmyna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir private static Path directory;

    @Test
    void the_demo_proves_every_step_and_its_evidence_checks_again() throws Exception {
        var out = new ByteArrayOutputStream();
        int code =
                Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Map.of("LANG", "C.UTF-8"),
                        "demo",
                        "--evidence",
                        directory.toString());
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(told).isZero();
        assertThat(told).contains("0 failed").doesNotContain("✗");
        assertThat(told)
                .contains("the card is genuine", "a chip with copied data is refused: MYNA-CRD-037")
                .contains("the counter unlocked it", "那覇市", "nothing leaves the chip but 6600");
        for (String kept :
                new String[] {"photo.jp2", "name.png", "front.svg", "card.pdf", "trace.txt"}) {
            assertThat(directory.resolve(kept)).isNotEmptyFile();
        }
        assertThat(directory.resolve("trace.txt"))
                .content()
                .contains("VERIFY", "> 00200080 04 (4)")
                .doesNotContain("31323334");
        assertThat(directory.resolve("front.svg"))
                .content()
                .contains("TEST")
                .doesNotContain(Specimens.MY_NUMBER);
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(told).as("on CI no proof is left out").contains("0 left out");
        }
        if (OutsideProgram.find("openssl").isPresent()) {
            Process check =
                    new ProcessBuilder("sh", directory.resolve("check.sh").toString())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(check.waitFor()).as(said).isZero();
            assertThat(said).doesNotContain("WRONG");
        }
    }
}
