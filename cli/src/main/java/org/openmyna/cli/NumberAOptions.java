package org.openmyna.cli;

import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MyNumber;
import picocli.CommandLine.Option;

/** The My Number, which opens data as verification number A 照合番号A. */
final class NumberAOptions {
    @Option(names = "--number-a-file", paramLabel = "FILE", descriptionKey = "option.number-a-file")
    private @Nullable String file;

    @Option(names = "--number-a", paramLabel = "DIGITS", descriptionKey = "option.number-a")
    private @Nullable String argument;

    boolean given() {
        return file != null || argument != null;
    }

    MyNumber number(PinSource pins, Voice voice) {
        return MyNumber.parse(
                pins.number(voice.words("pin.prompt.number-a"), argument, file, "--number-a-file"));
    }
}
