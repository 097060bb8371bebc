package org.openmyna.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.platform.PlatformRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna platform client add}: enters a client, by the rules of the developer console. */
@Command(name = "add", mixinStandardHelpOptions = true)
final class PlatformClientAdd implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "PARTY", descriptionKey = "option.platform.party")
    private String party = "";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "TEXT",
            descriptionKey = "option.platform.name")
    private String name = "";

    @Option(names = "--name-en", paramLabel = "TEXT", descriptionKey = "option.platform.name-en")
    private @Nullable String nameEn;

    @Option(
            names = "--redirect",
            required = true,
            paramLabel = "URI",
            descriptionKey = "option.platform.redirect")
    private List<String> redirects = new ArrayList<>();

    @Option(names = "--logout", paramLabel = "URI", descriptionKey = "option.platform.logout")
    private List<String> logouts = new ArrayList<>();

    @Option(names = "--jwks", paramLabel = "FILE", descriptionKey = "option.platform.jwks")
    private @Nullable Path jwks;

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "option.platform.key-file")
    private @Nullable Path keyFile;

    PlatformClientAdd(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (jwks != null && keyFile != null) {
            throw new CommandFailed(
                    CommandError.OPTIONS_EXCLUDE, Map.of("options", "--jwks, --key-file"));
        }
        Optional<String> keys =
                Optional.ofNullable(jwks).map(file -> new String(OutputFile.read(file), UTF_8));
        if (keys.isEmpty() && keyFile == null) throw CommandFailed.missing("--jwks | --key-file");
        var wish =
                new PlatformRegister.Wish(
                        party, name, nameEn == null ? name : nameEn, redirects, logouts, keys);
        return platform.with(surroundings, register -> add(register, wish));
    }

    private int add(PlatformRegister register, PlatformRegister.Wish wish) {
        Voice voice = surroundings.voice();
        PlatformRegister.Added added = register.addClient(wish, this::keep);
        voice.say(
                added.isNew() ? "platform.client.added" : "platform.client.there",
                added.client().id());
        if (added.isNew() && keyFile != null) voice.say("platform.client.key", keyFile);
        voice.data(PlatformView.data(added.client()));
        return 0;
    }

    private void keep(String privateKey) {
        if (keyFile != null) OutputFile.secret(keyFile, privateKey.getBytes(UTF_8));
    }
}
