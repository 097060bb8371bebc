package org.openmyna.card.reader;

import java.util.Optional;
import org.openmyna.card.protocol.AgeRecord;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.NumberImageFile;
import org.openmyna.kernel.MyNumber;

/**
 * What was read and checked in one go; empty what the opening does not open. Expiry date and
 * security code in the face record are on the card, but nobody signed them.
 */
public record CheckedContents(
        Optional<MyNumber> number,
        Optional<FourItemsFile> fourItems,
        Optional<FaceRecord> face,
        Optional<NumberImageFile> numberImage,
        Optional<AgeRecord> age) {
    @Override
    public String toString() {
        return "CheckedContents[hidden]";
    }
}
