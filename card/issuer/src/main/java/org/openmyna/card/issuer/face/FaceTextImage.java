package org.openmyna.card.issuer.face;

import java.util.Arrays;
import java.util.List;

/** A text of the card as a picture: 1-bit grey PNG, black on white. */
public final class FaceTextImage {
    private final byte[] png;
    private final int width;
    private final int height;
    private final List<String> missing;
    private final List<String> usualShape;

    FaceTextImage(
            byte[] png, int width, int height, List<String> missing, List<String> usualShape) {
        this.png = png;
        this.width = width;
        this.height = height;
        this.missing = List.copyOf(missing);
        this.usualShape = List.copyOf(usualShape);
    }

    /** The file, as the card carries it. */
    public byte[] png() {
        return png.clone();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Characters that no bundled font has; a geta sign 〓 stands for each in the picture. */
    public List<String> missing() {
        return missing;
    }

    /**
     * Characters drawn in their usual shape, since no bundled font has the variant or the mark that
     * was asked for.
     */
    public List<String> usualShape() {
        return usualShape;
    }

    /** Whether every character has the glyph that is registered. */
    public boolean exact() {
        return missing.isEmpty() && usualShape.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FaceTextImage image
                && Arrays.equals(png, image.png)
                && missing.equals(image.missing)
                && usualShape.equals(image.usualShape);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    /** Says nothing of the text: it may be a My Number. */
    @Override
    public String toString() {
        return "FaceTextImage[" + width + " x " + height + ", " + png.length + " bytes]";
    }
}
