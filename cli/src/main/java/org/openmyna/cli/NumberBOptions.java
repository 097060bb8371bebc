package org.openmyna.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.kernel.VerificationNumberB;
import picocli.CommandLine.Option;

/** What is printed on the front of the card, which opens data as verification number B 照合番号B. */
final class NumberBOptions {
    @Option(names = "--number-b-file", paramLabel = "FILE", descriptionKey = "option.number-b-file")
    private @Nullable String file;

    @Option(names = "--number-b", paramLabel = "DIGITS", descriptionKey = "option.number-b")
    private @Nullable String argument;

    @Option(names = "--born", paramLabel = "DATE", descriptionKey = "option.front.born")
    private @Nullable String born;

    @Option(names = "--expiry-year", paramLabel = "YEAR", descriptionKey = "option.front.expiry")
    private @Nullable Integer expiryYear;

    @Option(names = "--security-code", paramLabel = "DIGITS", descriptionKey = "option.front.code")
    private @Nullable String securityCode;

    boolean given() {
        return file != null || argument != null || fromTheFront();
    }

    private boolean fromTheFront() {
        return born != null || expiryYear != null || securityCode != null;
    }

    /** The birth date alone, which opens the age record. */
    Optional<JapaneseDate> born() {
        return Optional.ofNullable(born).map(JapaneseDate::parse);
    }

    VerificationNumberB number(PinSource pins, Voice voice) {
        if (!fromTheFront()) {
            String typed =
                    pins.number(
                            voice.words("pin.prompt.number-b"), argument, file, "--number-b-file");
            return VerificationNumberB.parse(typed);
        }
        if (file != null || argument != null) {
            throw new CommandFailed(
                    CommandError.OPTIONS_EXCLUDE,
                    Map.of("options", "--number-b-file, --number-b, --born"));
        }
        if (born == null) throw missing("--born");
        if (expiryYear == null) throw missing("--expiry-year");
        if (securityCode == null) throw missing("--security-code");
        return VerificationNumberB.of(
                JapaneseDate.parse(born), expiryYear, SecurityCode.parse(securityCode));
    }

    private static CommandFailed missing(String option) {
        return new CommandFailed(CommandError.OPTION_MISSING, Map.of("option", option));
    }
}
