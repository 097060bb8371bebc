package org.openmyna.card.reader;

import java.util.Arrays;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFileMalformed;

/** The items of the face record 券面情報 that can be read alone, by its offset table. */
public enum FaceRecordPart {
    /** YYYYMMDD in ASCII. */
    BIRTH_DATE(0),
    /** One ASCII digit. */
    SEX(1),
    PUBLIC_KEY(2),
    /** PNG. */
    NAME_IMAGE(3),
    /** PNG. */
    ADDRESS_IMAGE(4),
    /** JPEG 2000. */
    PHOTO(5),
    SIGNATURE(6),
    /** YYYYMMDD in ASCII; not covered by the signature. */
    EXPIRY(7),
    /** PNG; not covered by the signature. */
    SECURITY_CODE_IMAGE(8);

    private static final String FILE = CardFaceFile.FACE_RECORD.label();

    /** Outer header of at most five bytes, table header of three to five, nine offsets. */
    private static final int START = 28;

    private static final int TABLE_LENGTH = 18;
    private static final int FIRST_TAG = 0x22;
    private static final int LAST = 8;

    /** Place in the offset table, and behind the tag DF22. */
    private final int place;

    FaceRecordPart(int place) {
        this.place = place;
    }

    static byte[] read(ApplicationSession application, FaceRecordPart part) {
        byte[] start = application.readPart(CardFaceFile.FACE_RECORD, 0, START);
        int at = part.place;
        int table = tableAt(start);
        int from = offset(start, table, at);
        boolean last = at == LAST;
        int end = last ? contentEnd(start) : offset(start, table, at + 1);
        if (from < table + TABLE_LENGTH || end <= from) {
            throw new CardFileMalformed(FILE, "its offset table does not rise");
        }
        byte[] element = application.readCurrentPart(CardFaceFile.FACE_RECORD, from, end - from);
        return value(element, FIRST_TAG + at, end - from);
    }

    private static int offset(byte[] start, int table, int entry) {
        return ((start[table + 2 * entry] & 0xFF) << 8) | (start[table + 2 * entry + 1] & 0xFF);
    }

    private static int tableAt(byte[] start) {
        if (start.length < START || start[0] != (byte) 0xFF || start[1] != 0x20) {
            throw new CardFileMalformed(FILE, "it does not begin with FF20");
        }
        int inner = 2 + lengthOctets(start, 2);
        if (start[inner] != (byte) 0xDF || start[inner + 1] != 0x21) {
            throw new CardFileMalformed(FILE, "it has no offset table");
        }
        int table = inner + 2 + lengthOctets(start, inner + 2);
        if (length(start, inner + 2) != TABLE_LENGTH || table + TABLE_LENGTH > start.length) {
            throw new CardFileMalformed(FILE, "its offset table has another length");
        }
        return table;
    }

    private static int contentEnd(byte[] start) {
        return 2 + lengthOctets(start, 2) + length(start, 2);
    }

    private static byte[] value(byte[] element, int tag, int expected) {
        if (element.length < expected || element.length < 3) {
            throw new CardFileMalformed(FILE, "it ends before its content");
        }
        int header = 2 + lengthOctets(element, 2);
        boolean fits =
                element[0] == (byte) 0xDF
                        && element[1] == tag
                        && header + length(element, 2) == element.length;
        if (!fits) throw new CardFileMalformed(FILE, "its offset table leads elsewhere");
        return Arrays.copyOfRange(element, header, element.length);
    }

    private static int lengthOctets(byte[] bytes, int at) {
        int octets =
                switch (bytes[at] & 0xFF) {
                    case 0x81 -> 2;
                    case 0x82 -> 3;
                    default -> bytes[at] >= 0 ? 1 : 0;
                };
        if (octets == 0 || at + octets > bytes.length) {
            throw new CardFileMalformed(FILE, "a length that is none");
        }
        return octets;
    }

    private static int length(byte[] bytes, int at) {
        return switch (lengthOctets(bytes, at)) {
            case 1 -> bytes[at];
            case 2 -> bytes[at + 1] & 0xFF;
            default -> ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
        };
    }
}
