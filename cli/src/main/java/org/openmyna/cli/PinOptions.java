package org.openmyna.cli;

import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.reader.LastTry;
import org.openmyna.kernel.Pin;
import picocli.CommandLine.Option;

/** A PIN of four digits, and whether its last try may be spent. */
final class PinOptions {
    @Option(names = "--pin-file", paramLabel = "FILE", descriptionKey = "option.pin-file")
    private @Nullable String file;

    @Option(names = "--pin", paramLabel = "PIN", descriptionKey = "option.pin")
    private @Nullable String argument;

    @Option(names = "--last-try", descriptionKey = "option.last-try")
    private boolean lastTry;

    boolean given() {
        return file != null || argument != null;
    }

    Pin pin(PinSource pins, PinReference reference) {
        return pins.pin(reference, argument, file, "--pin-file");
    }

    LastTry spending() {
        return PinAnswer.spending(lastTry);
    }
}
