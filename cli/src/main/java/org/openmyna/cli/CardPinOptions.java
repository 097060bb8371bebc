package org.openmyna.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.issuer.CardPins;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.Pin;
import picocli.CommandLine.Option;

/** The PINs of a new card: one for all three of four digits, or each of its own. */
final class CardPinOptions {
    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "option.pin-file.all")
    private @Nullable String pinFile;

    @Option(names = "--pin", paramLabel = "PIN", descriptionKey = "option.pin")
    private @Nullable String pin;

    @Option(
            names = "--form-input-pin-file",
            paramLabel = "FILE",
            descriptionKey = "option.form-input-pin-file")
    private @Nullable String formInputFile;

    @Option(
            names = "--form-input-pin",
            paramLabel = "PIN",
            descriptionKey = "option.form-input-pin")
    private @Nullable String formInput;

    @Option(
            names = "--residents-pin-file",
            paramLabel = "FILE",
            descriptionKey = "option.residents-pin-file")
    private @Nullable String residentsFile;

    @Option(names = "--residents-pin", paramLabel = "PIN", descriptionKey = "option.residents-pin")
    private @Nullable String residents;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable String passwordFile;

    @Option(names = "--password", paramLabel = "PASSWORD", descriptionKey = "option.password")
    private @Nullable String password;

    @Option(names = "--login-only", descriptionKey = "option.login-only")
    private boolean loginOnly;

    /** The PINs while a card is made; closing wipes them. */
    record Chosen(Pin login, Optional<Pin> signature, Pin formInput, Pin residents)
            implements AutoCloseable {
        CardPins pins() {
            return new CardPins(
                    Optional.of(login), signature, Optional.of(formInput), Optional.of(residents));
        }

        @Override
        public void close() {
            login.close();
            signature.ifPresent(Pin::close);
            formInput.close();
            residents.close();
        }
    }

    Chosen choose(PinSource pins) {
        Pin login = pins.pin(PinReference.USER_AUTHENTICATION, pin, pinFile, "--pin-file");
        Optional<Pin> signature =
                loginOnly
                        ? Optional.empty()
                        : Optional.of(
                                pins.pin(
                                        PinReference.SIGNATURE,
                                        password,
                                        passwordFile,
                                        "--password-file"));
        return new Chosen(
                login,
                signature,
                other(pins, PinReference.FORM_INPUT, formInput, formInputFile, login),
                other(pins, PinReference.JUKI, residents, residentsFile, login));
    }

    private static Pin other(
            PinSource pins,
            PinReference reference,
            @Nullable String argument,
            @Nullable String file,
            Pin same) {
        if (argument == null && file == null) return same;
        return pins.pin(reference, argument, file, "--pin-file");
    }
}
