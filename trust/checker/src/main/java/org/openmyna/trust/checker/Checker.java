package org.openmyna.trust.checker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small program that trusts nobody: proves that OCSP answers and revocation lists tell what the
 * signed status log tells. JDK only; shares no code with whoever made them.
 */
public final class Checker {
    private static final String HELP =
            """
            Checker FOLDER
            Checker --log FILE --head FILE --log-key PEM --ca FILE… [--ocsp FILE…] [--crl FILE…]

            Proves that OCSP answers and revocation lists say what the signed status log says.
            OCSP応答と失効リストが、署名された失効記録のとおりであることを確かめます。
            A FOLDER holds log.txt, head.txt, log-key.pem, *.cer (CAs), *.ocsp, *.crl.
            Exit code 終了コード: 0 all true すべて正しい, 1 a lie 誤りあり, 2 could not look 調べられない
            """;
    private static final int TRUE = 0;
    private static final int LIE = 1;
    private static final int NOT_LOOKED = 2;

    private final PrintStream out;
    private boolean lie;

    public Checker(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Checker(out).run(arguments));
    }

    /**
     * @return 0 if everything is true, 1 if something is not, 2 if it could not be looked at
     */
    public int run(String... arguments) {
        try {
            Map<String, List<Path>> files = files(List.of(arguments));
            if (files.isEmpty()) {
                out.print(HELP);
                return arguments.length == 1 && arguments[0].equals("--help") ? TRUE : NOT_LOOKED;
            }
            check(files);
            return lie ? LIE : TRUE;
        } catch (IOException e) {
            out.println("?? cannot read / 読めません: " + e.getMessage());
            return NOT_LOOKED;
        }
    }

    /** Option to its files; empty if the arguments are not understood. */
    private static Map<String, List<Path>> files(List<String> arguments) throws IOException {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (String name : List.of("--log", "--head", "--log-key", "--ca", "--ocsp", "--crl")) {
            files.put(name, new ArrayList<>());
        }
        if (arguments.size() == 1 && !arguments.get(0).startsWith("-")) {
            folder(Path.of(arguments.get(0)), files);
        }
        List<Path> current = null;
        for (String argument : arguments.size() == 1 ? List.<String>of() : arguments) {
            List<Path> named = files.get(argument);
            if (named == null && current == null) {
                return Map.of();
            } else if (named != null) {
                current = named;
            } else if (current != null) {
                current.add(Path.of(argument));
            }
        }
        boolean complete =
                Stream.of("--log", "--head", "--log-key")
                        .allMatch(name -> files.getOrDefault(name, List.of()).size() == 1);
        return complete && !files.getOrDefault("--ca", List.of()).isEmpty() ? files : Map.of();
    }

    private static void folder(Path folder, Map<String, List<Path>> files) throws IOException {
        Map<String, String> endings =
                Map.of(
                        "log.txt", "--log",
                        "head.txt", "--head",
                        "log-key.pem", "--log-key",
                        ".cer", "--ca",
                        ".ocsp", "--ocsp",
                        ".crl", "--crl");
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                String name = file.getFileName().toString();
                endings.forEach((ending, option) -> {
                    boolean whole = !ending.startsWith(".");
                    if (whole ? name.equals(ending) : name.endsWith(ending)) {
                        files.getOrDefault(option, new ArrayList<>()).add(file);
                    }
                });
            }
        }
    }

    private void check(Map<String, List<Path>> files) throws IOException {
        Path logFile = files.getOrDefault("--log", List.of()).get(0);
        StatusLogFile log;
        List<Ca> cas = new ArrayList<>();
        try {
            Path headFile = files.getOrDefault("--head", List.of()).get(0);
            Path logKey = files.getOrDefault("--log-key", List.of()).get(0);
            log = StatusLogFile.read(logFile, Head.read(headFile, logKey));
            proved(
                    logFile,
                    "unbroken up to its signed head at position %d / 署名された位置 %d まで鎖は切れていない"
                            .formatted(log.position(), log.position()));
        } catch (Doubt doubt) {
            lie(logFile, doubt);
            return;
        }
        each(
                files,
                "--ca",
                file -> {
                    Ca ca = Ca.read(file, log);
                    cas.add(ca);
                    return "key generation %d of the log / ログの鍵世代 %d"
                            .formatted(ca.generation(), ca.generation());
                });
        each(files, "--ocsp", file -> new OcspFile(log, cas).check(Files.readAllBytes(file)));
        each(files, "--crl", file -> new CrlFile(log, cas).check(Files.readAllBytes(file)));
    }

    /** Proves one file. */
    @FunctionalInterface
    private interface Proof {
        String of(Path file) throws IOException, Doubt;
    }

    private void each(Map<String, List<Path>> files, String option, Proof proof)
            throws IOException {
        for (Path file : files.getOrDefault(option, List.of())) {
            try {
                proved(file, proof.of(file));
            } catch (Doubt doubt) {
                lie(file, doubt);
            }
        }
    }

    private void proved(Path file, String what) {
        out.println("OK " + file.getFileName() + ": " + what);
    }

    private void lie(Path file, Doubt doubt) {
        lie = true;
        out.println("NG " + file.getFileName() + ": " + doubt.text());
    }
}
