package org.openmyna.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CvCertificate;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.Authenticity;
import org.openmyna.card.reader.AuthenticityStep;
import org.openmyna.card.reader.CardTrustMode;
import org.openmyna.card.reader.MyNumberCard;
import org.openmyna.card.reader.NumberConfirmation;
import org.openmyna.card.reader.Opening;
import org.openmyna.card.reader.TrustedCvAuthorities;
import org.openmyna.kernel.Language;
import org.openmyna.kernel.MyNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code openmyna card check}: whether a card is genuine, each check shown as evidence. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CardCheck implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private CardOptions card = new CardOptions();
    @Mixin private PinOptions pin = new PinOptions();
    @Mixin private NumberAOptions numberA = new NumberAOptions();
    @Mixin private NumberBOptions front = new NumberBOptions();

    @Option(names = "--number-file", paramLabel = "FILE", descriptionKey = "option.typed-file")
    private @Nullable String typedFile;

    @Option(names = "--number", paramLabel = "DIGITS", descriptionKey = "option.typed")
    private @Nullable String typed;

    @Option(names = "--trust", paramLabel = "FILE", arity = "1..*", descriptionKey = "option.trust")
    private List<Path> trust = List.of();

    @Option(names = "--real", descriptionKey = "option.real")
    private boolean real;

    CardCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        Map<String, Object> data = new LinkedHashMap<>();
        boolean good;
        var country = surroundings.country(common);
        TrustedCvAuthorities trusted = trusted(country);
        try (MyNumberCard open = card.openCard(country)) {
            boolean typedOnly = isTyped() && !pin.given() && !numberA.given() && !front.given();
            good = !isTyped() || confirm(voice, open, data);
            if (good && !typedOnly) {
                try (CardKey key = CardKey.of(voice, pin, numberA, front)) {
                    good = check(voice, open, trusted, key.opening(), country, data);
                }
            } else if (good) {
                var opening = new Opening.ByNumber(number(voice));
                good = check(voice, open, trusted, opening, country, data);
            }
        }
        voice.data(data);
        return good ? 0 : 1;
    }

    private boolean isTyped() {
        return typed != null || typedFile != null;
    }

    private @Nullable MyNumber number;

    /** What was typed; asked for once. */
    private MyNumber number(Voice voice) {
        if (number == null) {
            number =
                    MyNumber.parse(
                            new PinSource(voice)
                                    .number(
                                            voice.words("pin.prompt.number-a"),
                                            typed,
                                            typedFile,
                                            "--number-file"));
        }
        return number;
    }

    private boolean confirm(Voice voice, MyNumberCard open, Map<String, Object> data) {
        PinAnswer.tellTries(
                voice, PinReference.FORM_INPUT_A, open.tries(PinReference.FORM_INPUT_A));
        NumberConfirmation outcome = open.confirmNumber(number(voice), pin.spending());
        return switch (outcome) {
            case NumberConfirmation.Confirmed() -> said(voice, data, "confirmed", true);
            case NumberConfirmation.Contradicted() -> said(voice, data, "contradicted", false);
            case NumberConfirmation.Different(int left) ->
                    throw new CommandFailed(CommandError.NUMBER_WRONG, Map.of("left", left));
            case NumberConfirmation.Locked() ->
                    throw new CommandFailed(CommandError.NUMBER_LOCKED, Map.of());
            case NumberConfirmation.LastTryKept() ->
                    throw new CommandFailed(CommandError.NUMBER_LAST_TRY_KEPT, Map.of());
        };
    }

    private static boolean said(Voice voice, Map<String, Object> data, String word, boolean good) {
        voice.say("check.number." + word);
        data.put("number", word);
        return good;
    }

    private boolean check(
            Voice voice,
            MyNumberCard open,
            TrustedCvAuthorities trusted,
            Opening opening,
            Country country,
            Map<String, Object> data) {
        Authenticity verdict =
                open.checkAuthenticity(trusted, opening, pin.spending(), country.random());
        switch (verdict) {
            case Authenticity.Genuine(CardTrustMode mode, _, _) -> {
                voice.say("check.genuine");
                voice.say(mode == CardTrustMode.TEST ? "check.test" : "check.lost");
                data.put("verdict", "genuine");
                data.put("mode", mode.name());
            }
            case Authenticity.NotGenuine(var refusal, _) -> {
                voice.say("check.not-genuine", refusal.code(), refusal.text(voice.language()));
                data.put("verdict", "notGenuine");
                data.put("code", refusal.code());
                data.put("ja", refusal.text(Language.JAPANESE));
                data.put("en", refusal.text(Language.ENGLISH));
            }
            case Authenticity.NotOpened(PinReference reference, var answer, _) ->
                    PinAnswer.mustBeAccepted(reference, answer);
        }
        tell(voice, verdict.evidence(), data);
        return verdict instanceof Authenticity.Genuine;
    }

    private static void tell(Voice voice, List<AuthenticityStep> steps, Map<String, Object> data) {
        List<Object> rows = new ArrayList<>();
        var table = new Table();
        for (AuthenticityStep step : steps) {
            table.row(
                    step.passed() ? "✓" : "✗",
                    voice.words("application." + step.application().name()),
                    step.check().text(voice.language()),
                    on(voice, step) + "  [" + step.check().section() + "]");
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("check", step.check().name());
            row.put("application", step.application().name());
            row.put("on", step.on());
            row.put("section", step.check().section());
            row.put("passed", step.passed());
            rows.add(row);
        }
        table.print(voice, "  ");
        data.put("checks", rows);
    }

    /** The application stands in a column of its own, and PINs have names. */
    private static String on(Voice voice, AuthenticityStep step) {
        for (PinReference reference : PinReference.values()) {
            if (step.on().equals(reference.name())) return voice.words("pin." + reference.name());
        }
        String prefix = step.application().name() + " ";
        return step.on().startsWith(prefix) ? step.on().substring(prefix.length()) : step.on();
    }

    /** The official ones of that world; of test ones also this country's and those in files. */
    private TrustedCvAuthorities trusted(Country country) {
        if (real) return TrustedCvAuthorities.production();
        TrustedCvAuthorities trusted =
                Files.exists(country.issuerPlace())
                        ? IssuerKeys.trustedBy(country.issuerPlace())
                        : TrustedCvAuthorities.test();
        for (Path file : trust) {
            byte[] bytes = OutputFile.read(file);
            for (int at = 0; at < bytes.length; at += CvCertificate.LENGTH) {
                int end = Math.min(bytes.length, at + CvCertificate.LENGTH);
                var each = CvCertificate.decode(Arrays.copyOfRange(bytes, at, end));
                trusted = trusted.and(application(file, each), each.subject(), each.publicKey());
            }
        }
        return trusted;
    }

    /** As the key ids of real and test authorities tell it: x…33 form input, x…23 card face. */
    private static CardApplication application(Path file, CvCertificate certificate) {
        String id = certificate.subject().toString();
        if (id.matches("[0-9]{5}33/.*")) return CardApplication.FORM_INPUT;
        if (id.matches("[0-9]{5}23/.*")) return CardApplication.CARD_FACE;
        if (id.matches("[0-9]{5}20/.*")) return CardApplication.ISSUER_SECURITY_DOMAIN;
        throw new CommandFailed(
                CommandError.VALUE_UNUSABLE,
                Map.of(
                        "option",
                        "--trust",
                        "value",
                        file,
                        "expected",
                        "…33/001, …23/001, …20/001 (" + id + ")"));
    }
}
