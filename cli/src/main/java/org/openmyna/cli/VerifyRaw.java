package org.openmyna.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.documents.RawVerifier;
import org.openmyna.trust.verifier.BareSignatureVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna verify raw}: judges a bare signature beside its content. */
@Command(name = "raw", mixinStandardHelpOptions = true)
final class VerifyRaw implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private AuthorityOptions authority = new AuthorityOptions();
    @Mixin private SigningCard card = new SigningCard();

    @Parameters(paramLabel = "FILE", descriptionKey = "verify.raw.file")
    private Path file = Path.of("");

    @Option(
            names = "--signature",
            required = true,
            paramLabel = "FILE.sig",
            descriptionKey = "option.signature")
    private Path signature = Path.of("");

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "option.certificate")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "signature|login", descriptionKey = "option.key")
    private SigningKey key = SigningKey.SIGNATURE;

    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "option.at")
    private @Nullable String at;

    @Option(names = "--evidence", paramLabel = "FILE", descriptionKey = "verify.raw.evidence")
    private @Nullable Path evidence;

    VerifyRaw(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        byte[] signed = VerifyCommand.bytes(signature);
        try (var country = surroundings.country(common, authority)) {
            VerdictView.mustBeFounded(surroundings, common, country);
            byte[] der = certificate != null ? der(certificate) : fromCard(country);
            BareSignatureVerdict verdict = judge(country, der, signed);
            var view = new VerdictView(surroundings.voice());
            switch (verdict) {
                case BareSignatureVerdict.Accepted accepted -> show(view, accepted);
                case BareSignatureVerdict.Refused refused -> view.refused(refused.refusal());
            }
            view.end(verdict.evidence());
            return verdict instanceof BareSignatureVerdict.Accepted ? 0 : 1;
        }
    }

    private BareSignatureVerdict judge(Country country, byte[] der, byte[] signed) {
        var verifier =
                RawVerifier.asOf(VerdictView.time(country, at), country.verifier().signatures());
        try (InputStream content = Files.newInputStream(file)) {
            return verifier.verify(key.kind(), der, content, signed);
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(file, unreadable);
        }
    }

    /** The certificate of the signature key can be read only after its password. */
    private byte[] fromCard(Country country) {
        if (key == SigningKey.LOGIN) return card.loginCertificate(country);
        var read = new AtomicReference<>(new byte[0]);
        card.useSignatureKey(surroundings, common, (hand, _) -> read.set(hand.certificate()));
        return read.get();
    }

    /** DER as it is, for the verifier to judge; PEM without its text. */
    private static byte[] der(Path path) {
        byte[] bytes = VerifyCommand.bytes(path);
        if (bytes.length == 0 || bytes[0] != '-') return bytes;
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))
                    .getEncoded();
        } catch (CertificateException notPem) {
            throw new CommandFailed(
                    CommandError.VALUE_UNUSABLE,
                    Map.of("option", "--certificate", "value", path, "expected", "PEM, DER"),
                    notPem);
        }
    }

    private void show(VerdictView view, BareSignatureVerdict.Accepted accepted) {
        Voice voice = surroundings.voice();
        view.accepted(accepted.certificate());
        accepted.fourItems().ifPresentOrElse(view::signer, () -> voice.aside("raw.login.warning"));
        view.certificate(accepted.certificate());
        view.judged(accepted.validAt());
        view.also("key", key.name().toLowerCase(Locale.ROOT));
        view.also("digest", SigningCard.name(accepted.digest()));
        if (evidence == null) return;
        OutputFile.write(evidence, accepted.bundle().bytes());
        voice.say("verify.raw.kept", evidence);
        view.also("evidence", evidence);
    }
}
