package org.openmyna.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.JpkiClient;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.kernel.Pin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code openmyna card read certificates}: the certificates of the JPKI application. */
@Command(name = "certificates", mixinStandardHelpOptions = true)
final class CardReadCertificates implements Callable<Integer> {
    /** One of the four certificates on a card. */
    enum Kind {
        AUTH("auth", JpkiKey.USER_AUTHENTICATION, false),
        SIGN("sign", JpkiKey.SIGNATURE, false),
        AUTH_CA("auth-ca", JpkiKey.USER_AUTHENTICATION, true),
        SIGN_CA("sign-ca", JpkiKey.SIGNATURE, true);

        private final String word;
        private final JpkiKey key;
        private final boolean ca;

        Kind(String word, JpkiKey key, boolean ca) {
            this.word = word;
            this.key = key;
            this.ca = ca;
        }

        private byte[] read(JpkiClient jpki) {
            return ca ? jpki.caCertificate(key) : jpki.certificate(key);
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();

    @Option(
            names = {"-t", "--type"},
            paramLabel = "auth|sign|auth-ca|sign-ca",
            descriptionKey = "option.certificate.type",
            converter = KindConverter.class)
    private @Nullable Kind type;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|pem|der|ssh",
            descriptionKey = "option.certificate.format")
    private CertificateForm format = CertificateForm.TEXT;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            descriptionKey = "option.certificate.out")
    private @Nullable Path out;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable String passwordFile;

    @Option(names = "--password", paramLabel = "PASSWORD", descriptionKey = "option.password")
    private @Nullable String password;

    @Option(names = "--last-try", descriptionKey = "option.last-try")
    private boolean lastTry;

    CardReadCertificates(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Reads the words of {@code --type}. */
    static final class KindConverter implements picocli.CommandLine.ITypeConverter<Kind> {
        @Override
        public Kind convert(String typed) {
            String word = bare(typed);
            for (Kind each : Kind.values()) if (bare(each.word).equals(word)) return each;
            throw new TypeConversionException("'" + typed + "': auth, sign, auth-ca, sign-ca");
        }

        /** Other programs write auth_ca or authca. */
        private static String bare(String word) {
            return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        if (type == null && format == CertificateForm.DER) {
            throw new CommandFailed(CommandError.OPTION_MISSING, Map.of("option", "--type"));
        }
        Map<Kind, byte[]> found = new LinkedHashMap<>();
        try (MyNumberCard open = card.openCard(surroundings.country(common))) {
            JpkiClient jpki = open.jpki();
            for (Kind kind : type != null ? List.of(type) : List.of(Kind.values())) {
                if (kind == Kind.SIGN && !mayReadSignature(voice, open)) continue;
                found.put(kind, kind.read(jpki));
            }
        }
        write(voice, found);
        return 0;
    }

    /** The signature certificate names its holder: it wants the password. */
    private boolean mayReadSignature(Voice voice, MyNumberCard open) {
        if (type == null && password == null && passwordFile == null) {
            voice.aside("read.certificate.sign-left-out");
            return false;
        }
        PinAnswer.tellTries(voice, PinReference.SIGNATURE, open.tries(PinReference.SIGNATURE));
        try (Pin pin =
                new PinSource(voice)
                        .pin(PinReference.SIGNATURE, password, passwordFile, "--password-file")) {
            PinAnswer.mustBeAccepted(
                    PinReference.SIGNATURE,
                    open.jpki().verify(JpkiKey.SIGNATURE, pin, PinAnswer.spending(lastTry)));
        }
        return true;
    }

    private void write(Voice voice, Map<Kind, byte[]> found) {
        var bytes = new ByteArrayOutputStream();
        List<Object> rows = new ArrayList<>();
        found.forEach((kind, der) -> {
            if (format == CertificateForm.TEXT && bytes.size() > 0) bytes.write('\n');
            bytes.writeBytes(format.encode(voice, kind.word, der));
            rows.add(CertificateForm.data(kind.word, der));
        });
        if (out != null) {
            OutputFile.write(out, bytes.toByteArray());
            voice.say("read.certificate.written", out);
        } else if (format == CertificateForm.DER) {
            voice.raw(bytes.toByteArray());
        } else {
            voice.line(bytes.toString(StandardCharsets.UTF_8).stripTrailing());
        }
        voice.data(Map.of("certificates", rows));
    }
}
