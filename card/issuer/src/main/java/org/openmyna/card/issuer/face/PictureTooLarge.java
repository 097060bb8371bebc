package org.openmyna.card.issuer.face;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The picture is refused by its size before it is decoded (MYNA-ISS-043). */
public final class PictureTooLarge extends MynaException {
    PictureTooLarge(String size, String most) {
        super(FaceError.PICTURE_TOO_LARGE, Map.of("size", size, "most", most));
    }
}
