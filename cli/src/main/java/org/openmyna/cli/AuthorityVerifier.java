package org.openmyna.cli;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.ocsp.Verifier;
import org.openmyna.trust.authority.ocsp.VerifierKind;
import org.openmyna.trust.authority.ocsp.VerifierRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna authority verifier}: the minister's approval register. */
@Command(name = "verifier", mixinStandardHelpOptions = true)
final class AuthorityVerifier implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();

    /** What to do. */
    enum Act {
        LIST,
        ADD,
        SUSPEND,
        RESUME,
        REFUSE
    }

    @Parameters(
            index = "0",
            paramLabel = "list|add|suspend|resume|refuse",
            descriptionKey = "option.verifier.act")
    private Act act = Act.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            descriptionKey = "option.verifier.id")
    private @Nullable String id;

    @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "option.verifier.name")
    private @Nullable String name;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "option.verifier.kind")
    private VerifierKind kind = VerifierKind.PLATFORM_OPERATOR;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            descriptionKey = "option.verifier.certificate")
    private @Nullable Path certificate;

    AuthorityVerifier(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        try (var country = surroundings.country(common, authority)) {
            VerifierRegister register = country.authorities().verifiers();
            switch (act) {
                case LIST -> {}
                case ADD -> add(register);
                case SUSPEND -> register.suspend(mustBeNamed());
                case RESUME -> register.resume(mustBeNamed());
                case REFUSE -> register.refuse(mustBeNamed());
            }
            tell(voice, register);
        }
        return 0;
    }

    private String mustBeNamed() {
        if (id == null) throw CommandFailed.missing("ID");
        return id;
    }

    private void add(VerifierRegister register) {
        if (certificate == null) throw CommandFailed.missing("--certificate");
        String verifier = mustBeNamed();
        var _ =
                register.register(
                        verifier,
                        kind,
                        name == null ? verifier : name,
                        sha256(Pem.der(OutputFile.read(certificate))));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void tell(Voice voice, VerifierRegister register) {
        var table = new Table();
        for (Verifier each : register.list()) {
            table.row(
                    each.id(),
                    each.kind().japanese(),
                    each.state().name(),
                    each.name(),
                    HexFormat.of().formatHex(each.certificateSha256(), 0, 8) + "…");
        }
        if (register.list().isEmpty()) voice.say("authority.verifier.none");
        table.print(voice, "");
        voice.data(
                register.list().stream()
                        .map(each ->
                                Voice.object(
                                        "verifier", each.id(),
                                        "kind", each.kind(),
                                        "name", each.name(),
                                        "state", each.state(),
                                        "since", each.since(),
                                        "certificateSha256",
                                                HexFormat.of().formatHex(each.certificateSha256())))
                        .toList());
    }
}
