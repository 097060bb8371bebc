package org.openmyna.interop;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A program of the machine and where it comes from. */
enum OutsideProgram {
    OPENSC_TOOL("opensc-tool", "opensc"),
    PKCS15_TOOL("pkcs15-tool", "opensc"),
    PKCS11_TOOL("pkcs11-tool", "opensc"),
    OPENSSL("openssl", "openssl"),
    SSH_KEYGEN("ssh-keygen", "openssh-client"),
    OPJ_DUMP("opj_dump", "libopenjp2-tools"),
    OPJ_DECOMPRESS("opj_decompress", "libopenjp2-tools"),
    PDFFONTS("pdffonts", "poppler-utils"),
    PDFTOTEXT("pdftotext", "poppler-utils"),
    PDFTOPPM("pdftoppm", "poppler-utils"),
    PDFSIG("pdfsig", "poppler-utils"),
    BASH("bash", "bash"),
    CURL("curl", "curl"),
    CHROMIUM("chromium", "chromium"),
    CHROMEDRIVER("chromedriver", "chromium-driver"),

    MOUNT("mount", "mount"),
    UMOUNT("umount", "mount"),

    /** The Go generation of jpki/myna; Debian has no package of it. */
    MYNA("myna"),

    /** GlobalPlatform shell of kaoh/globalplatform; Debian has no package of it. */
    GPSHELL("gpshell");

    private static final System.Logger LOG = System.getLogger(OutsideProgram.class.getName());
    private static final int LIMIT_SECONDS = 40;

    private final String program;
    private final Optional<String> debianPackage;

    OutsideProgram(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = Optional.of(debianPackage);
    }

    /** Looked at where somebody built it, and nowhere required. */
    OutsideProgram(String program) {
        this.program = program;
        this.debianPackage = Optional.empty();
    }

    /** Runs it without input, in a home of its own, speaking English. */
    Run run(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(findOrGiveUp().toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        try {
            return runWithin(LIMIT_SECONDS, command);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Asked before something expensive is made for it. */
    void mustBeHere() {
        findOrGiveUp();
    }

    /** Where it is, for those that start it themselves. */
    Path file() {
        return findOrGiveUp();
    }

    /** OpenSC's PKCS#11 module, which other programs load. */
    static Path opensc_pkcs11_module() {
        return Stream.of(
                        "/usr/lib/x86_64-linux-gnu",
                        "/usr/lib/aarch64-linux-gnu",
                        "/usr/lib64",
                        "/usr/lib",
                        "/usr/local/lib",
                        "/opt/homebrew/lib")
                .map(directory -> Path.of(directory, "opensc-pkcs11.so"))
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> missing("opensc-pkcs11.so", "opensc-pkcs11"));
    }

    /** {@code pkcs11-tool} with OpenSC's module. */
    static Run pkcs11Tool(Object... arguments) {
        List<Object> all = new ArrayList<>();
        all.add("--module");
        all.add(opensc_pkcs11_module());
        all.addAll(List.of(arguments));
        return PKCS11_TOOL.run(all.toArray());
    }

    /**
     * A missing program must never look like a pass where the machine is meant to have it.
     *
     * @return never; the type is for {@code orElseThrow}
     */
    private static RuntimeException missing(String what, String debianPackage) {
        return giveUp(what + " is missing. Install: sudo apt-get install " + debianPackage, null);
    }

    /** Fails the test where {@code CI=true}, skips it elsewhere; never returns. */
    static RuntimeException giveUp(String sentence, @Nullable Throwable cause) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError(sentence, cause);
        }
        LOG.log(System.Logger.Level.WARNING, "Tests are skipped: {0}", sentence);
        throw new TestAbortedException(sentence, cause);
    }

    /** Asked before a test that nobody requires makes its card. */
    static boolean mynaIsHere() {
        return MYNA.find().isPresent();
    }

    static boolean gpshellIsHere() {
        return GPSHELL.find().isPresent();
    }

    private Path findOrGiveUp() {
        return find().orElseThrow(this::notHere);
    }

    private Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private RuntimeException notHere() {
        return debianPackage
                .map(name -> missing(program, name))
                .orElseGet(() -> new TestAbortedException(program + " is not on the PATH"));
    }

    private static Run runWithin(int seconds, List<String> command)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("openmyna-interop");
        Path output = home.resolve("output");
        Path errors = home.resolve("errors");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("HOME", home.toString());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.redirectInput(new File("/dev/null"));
            builder.redirectOutput(output.toFile());
            builder.redirectError(errors.toFile());
            Process process = builder.start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            Run run = new Run(command, process.exitValue(), text(output), text(errors));
            return ended ? run : fail("not done after " + seconds + " s: " + run);
        } finally {
            clear(home);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** OpenSC leaves caches under its home. */
    private static void clear(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
