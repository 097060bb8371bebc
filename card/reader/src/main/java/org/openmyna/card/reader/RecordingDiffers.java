package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The replayed conversation left the recorded one (MYNA-CRD-066). */
public final class RecordingDiffers extends MynaException {
    RecordingDiffers(int position, String command, String recorded) {
        super(
                ReaderError.RECORDING_DIFFERS,
                Map.of("position", position, "command", command, "recorded", recorded));
    }
}
