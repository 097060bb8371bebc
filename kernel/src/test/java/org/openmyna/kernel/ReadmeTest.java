package org.openmyna.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what runs here, line by line. */
class ReadmeTest {
    @Test
    void the_example_runs_and_says_what_the_readme_says() {
        // README
        MyNumber number = MyNumber.parse("１２３４－５６７８－９０１８");
        JapaneseDate born = JapaneseDate.parse("昭和60年3月7日");
        JapaneseDate partlyKnown = JapaneseDate.parse("昭和60年月日不詳");
        SubstitutedText carried = new PersonName("髙橋　一郎").forCertificate();
        var numberB = VerificationNumberB.of(born, 2033, new SecurityCode("1754"));
        // README
        assertThat(number.digits()).isEqualTo("123456789018");
        assertThat(number).hasToString("MyNumber[hidden]");
        assertThat(born.certificateForm()).isEqualTo("319850307");
        assertThat(partlyKnown.exact()).isEmpty();
        assertThat(carried).isEqualTo(new SubstitutedText("高橋　一郎", "10000"));
        assertThat(numberB.digits()).isEqualTo("60030720331754");
        assertThatThrownBy(() -> MyNumber.parse("1234 5678 9012"))
                .isInstanceOf(CheckDigitWrong.class);
        assertThatThrownBy(() -> JapaneseDate.parse("平成31年5月1日"))
                .isInstanceOf(DateOutsideEra.class);
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/kernel/ReadmeTest.java");
        String readme = Files.readString(Path.of("README.md"));
        String shown = Files.readString(source).split(" // README\n", -1)[1];
        assertThat(shown.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(readme).contains(line));
    }
}
