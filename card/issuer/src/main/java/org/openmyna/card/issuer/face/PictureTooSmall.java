package org.openmyna.card.issuer.face;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The picture has fewer pixels than the card's photo (MYNA-ISS-042). */
public final class PictureTooSmall extends MynaException {
    PictureTooSmall(int width, int height) {
        super(
                FaceError.PICTURE_TOO_SMALL,
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "leastWidth",
                        FacePhoto.WIDTH,
                        "leastHeight",
                        FacePhoto.HEIGHT));
    }
}
