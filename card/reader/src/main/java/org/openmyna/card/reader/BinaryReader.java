package org.openmyna.card.reader;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/**
 * READ BINARY of the current file, whatever the card does at its end: it may answer what is left
 * with 9000 or with 6282, or refuse an offset behind the end with 6B00. However a card answers, the
 * number of commands is bounded.
 */
final class BinaryReader {
    /** Offsets have 15 bits. */
    private static final int LARGEST_FILE = 0x8000;

    private static final int USUAL_LENGTH = 2 * CommandApdu.SHORT_MAXIMUM;

    private final ApplicationSession application;
    private final CardFile file;
    private int commands;

    BinaryReader(ApplicationSession application, CardFile file) {
        this.application = application;
        this.file = file;
    }

    /**
     * From the beginning to the end of the first TLV element, and what else came with it: of a
     * short file the filler, too. A file without an element ends after the first answer.
     */
    byte[] element() {
        var out = new ByteArrayOutputStream(file.physicalLength().orElse(USUAL_LENGTH));
        boolean more = fill(out, 0, Math.min(firstLook(), CommandApdu.EXTENDED_MAXIMUM));
        int wanted = Math.min(elementLength(out.toByteArray()), LARGEST_FILE);
        while (more && out.size() < wanted) {
            more = fill(out, out.size(), wanted - out.size());
        }
        return out.toByteArray();
    }

    byte[] part(int offset, int length) {
        int wanted = Math.min(length, LARGEST_FILE - Math.min(offset, LARGEST_FILE));
        var out = new ByteArrayOutputStream(Math.max(0, wanted));
        boolean more = true;
        while (more && out.size() < wanted) {
            more = fill(out, offset + out.size(), wanted - out.size());
        }
        return Arrays.copyOf(out.toByteArray(), Math.min(out.size(), wanted));
    }

    private int firstLook() {
        return application.readSize() == ReadSize.EXTENDED
                ? file.physicalLength().orElse(CommandApdu.SHORT_MAXIMUM)
                : CommandApdu.SHORT_MAXIMUM;
    }

    /** Whether there may be more behind. */
    private boolean fill(ByteArrayOutputStream out, int offset, int length) {
        Dribble.check("READ BINARY", ++commands, out.size());
        if (offset >= LARGEST_FILE) return false;
        ResponseApdu answer = read(offset, length);
        StatusWord status = answer.statusWord();
        byte[] data = answer.data();
        boolean atEnd = status.equals(StatusWord.END_OF_FILE);
        if (!answer.isOk() && !atEnd) {
            if (status.equals(StatusWord.OFFSET_OUTSIDE_FILE) && out.size() > 0) return false;
            throw application.refused("READ BINARY", status);
        }
        out.write(data, 0, Math.min(data.length, CommandApdu.EXTENDED_MAXIMUM));
        return data.length > 0 && !atEnd;
    }

    private ResponseApdu read(int offset, int length) {
        boolean extended =
                length > CommandApdu.SHORT_MAXIMUM && application.readSize() == ReadSize.EXTENDED;
        if (extended) {
            ResponseApdu answer = application.send(command(offset, length));
            if (!refusesTheForm(answer.statusWord())) return answer;
            application.extendedIsRefused();
        }
        return application.send(command(offset, Math.min(length, CommandApdu.SHORT_MAXIMUM)));
    }

    private static CommandApdu command(int offset, int expected) {
        return ApplicationSession.withLe(0x00, 0xB0, offset >> 8, offset & 0xFF, expected);
    }

    private static boolean refusesTheForm(StatusWord status) {
        return status.equals(StatusWord.WRONG_LENGTH)
                || status.equals(StatusWord.UNKNOWN_INSTRUCTION)
                || status.equals(StatusWord.NO_DIAGNOSIS);
    }

    /** Tag, length field and value of the first element; what came if there is none. */
    private static int elementLength(byte[] start) {
        if (start.length < 2) return start.length;
        int at = (start[0] & 0x1F) == 0x1F ? 2 : 1;
        if ((at == 2 && (start[1] & 0x80) != 0) || at >= start.length) return start.length;
        int first = start[at] & 0xFF;
        int octets = first < 0x80 ? 0 : first & 0x7F;
        if (octets > 2 || first == 0x80 || at + octets >= start.length) return start.length;
        int length = first < 0x80 ? first : 0;
        for (int n = 1; n <= octets; n++) length = (length << 8) | (start[at + n] & 0xFF);
        return at + 1 + octets + length;
    }
}
