package org.openmyna.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say exists, exists. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./openmyna ([a-z]+)");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z][A-Za-z]+)`");
    private static final Pattern CODE = Pattern.compile("\"(MYNA-[A-Z]{3}-[0-9]{3})\"");
    private static final Pattern LISTED = Pattern.compile("`(MYNA-[A-Z]{3}-)`([^`]*)");

    static Stream<Path> documents() throws IOException {
        return files("glob:**/*.md").filter(file -> !file.toString().contains("/src/"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_to_a_file(Path document) throws IOException {
        for (String link : found(LINK, Files.readString(document))) {
            assertThat(document.resolveSibling(link)).as("%s in %s", link, document).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_command_that_a_document_names_is_known(Path document) throws IOException {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        for (String command : found(COMMAND, Files.readString(document))) {
            if (command.equals("test")) continue; // answered by the launcher: LauncherTest
            assertThat(Main.run(nowhere, nowhere, Map.of(), command, "--help"))
                    .as("./openmyna %s in %s", command, document)
                    .isZero();
        }
    }

    @Test
    void every_class_that_a_document_names_is_there() throws IOException {
        Set<String> classes =
                files("glob:**/src/**.java")
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        for (String document : List.of("standards", "threat-model", "architecture")) {
            String text = Files.readString(ROOT.resolve("docs/" + document + ".md"));
            assertThat(classes).as(document).containsAll(found(CLASS, text));
        }
    }

    @Test
    void every_error_code_is_in_the_change_log_and_no_other() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : files("glob:**/src/main/**.java").toList()) {
            used.addAll(found(CODE, Files.readString(source)));
        }
        Set<String> listed = new TreeSet<>();
        LISTED.matcher(Files.readString(ROOT.resolve("CHANGELOG.md")))
                .results()
                .forEach(room ->
                        found(Pattern.compile("\\b([0-9]{3})\\s"), room.group(2))
                                .forEach(number -> listed.add(room.group(1) + number)));
        assertThat(listed).isEqualTo(used);
    }

    @Test
    void both_readme_files_show_every_room() throws IOException {
        Set<String> rooms =
                found(
                        Pattern.compile("<module>(.*?)</module>"),
                        Files.readString(ROOT.resolve("pom.xml")));
        for (String readme : List.of("README.md", "README.ja.md")) {
            Set<String> shown =
                    found(
                            Pattern.compile("\\[(?:[a-z/-]+)]\\(([a-z/-]+)\\)"),
                            Files.readString(ROOT.resolve(readme)));
            assertThat(shown).as(readme).containsAll(rooms);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(String glob) throws IOException {
        var matcher = ROOT.getFileSystem().getPathMatcher(glob);
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/.git/"))
                    .filter(matcher::matches)
                    .toList()
                    .stream();
        }
    }
}
