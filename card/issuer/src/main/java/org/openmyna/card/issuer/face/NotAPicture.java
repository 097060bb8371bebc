package org.openmyna.card.issuer.face;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;

/** Neither PNG nor JPEG, or broken (MYNA-ISS-041). */
public final class NotAPicture extends MynaException {
    NotAPicture(@Nullable Throwable cause) {
        super(FaceError.NOT_A_PICTURE, Map.of(), cause);
    }
}
