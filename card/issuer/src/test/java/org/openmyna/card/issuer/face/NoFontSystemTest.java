package org.openmyna.card.issuer.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoFontSystemTest {
    @Test
    void a_server_without_fonts_and_fontconfig_draws_the_same_bytes(@TempDir Path folder)
            throws Exception {
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Dsun.awt.fontconfig=" + folder.resolve("no-such-file"),
                        "-Xlog:class+load:file=" + folder.resolve("classes"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaceWithoutFontSystem.class.getName());
        command.environment().put("FONTCONFIG_FILE", folder.resolve("none.conf").toString());
        command.environment().put("FONTCONFIG_PATH", folder.toString());
        command.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());

        assertThat(command.start().waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("output"), StandardCharsets.UTF_8).strip())
                .isEqualTo("digest " + FaceWithoutFontSystem.digest());
        assertThat(Files.readString(folder.resolve("classes"), StandardCharsets.UTF_8))
                .contains("org.openmyna.card.issuer.face.FaceFonts")
                .doesNotContain("sun.font.SunFontManager")
                .doesNotContain("FontConfiguration ");
    }
}
