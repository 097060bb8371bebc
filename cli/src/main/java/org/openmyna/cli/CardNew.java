package org.openmyna.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.reader.JpkiKey;
import org.openmyna.kernel.Pin;
import org.openmyna.trust.profile.JpkiCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code openmyna card new}: a blank card, two keys made on it, two certificates, two PINs. */
@Command(name = "new", mixinStandardHelpOptions = true)
final class CardNew implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();
    @Mixin private ResidentOptions resident = new ResidentOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "card.name")
    private String name = "";

    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "option.pin-file")
    private @Nullable String pinFile;

    @Option(names = "--pin", paramLabel = "PIN", descriptionKey = "option.pin")
    private @Nullable String pin;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable String passwordFile;

    @Option(names = "--password", paramLabel = "PASSWORD", descriptionKey = "option.password")
    private @Nullable String password;

    @Option(names = "--login-only", descriptionKey = "option.login-only")
    private boolean loginOnly;

    CardNew(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var cardName = new CardName(name);
        var pins = new PinSource(voice);
        try (var country = surroundings.country(common);
                Pin userPin = pins.pin(JpkiKey.USER_AUTHENTICATION, pin, pinFile, "--pin-file")) {
            var applicant = resident.applicant(country.legalTime());
            IssuedCard issued;
            if (loginOnly) {
                issued = country.makeCard(cardName, applicant, userPin, Optional.empty());
            } else {
                try (Pin typed =
                        pins.pin(JpkiKey.SIGNATURE, password, passwordFile, "--password-file")) {
                    issued = country.makeCard(cardName, applicant, userPin, Optional.of(typed));
                }
            }
            report(voice, country, cardName, issued);
        }
        return 0;
    }

    private void report(Voice voice, Country country, CardName cardName, IssuedCard issued) {
        String image = country.drawer().image(cardName).toString();
        voice.say("card.new.done", cardName.text(), image);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("card", cardName.text());
        data.put("image", image);
        for (JpkiCertificate certificate : issued.certificates().toList()) {
            Map<String, Object> row = CertificateView.of(certificate);
            voice.line(CertificateView.line(voice, certificate));
            data.put(CertificateView.key(certificate), row);
        }
        voice.data(data);
    }
}
