package org.openmyna.card.protocol;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The first element of two files: for each further element the place of its tag, counted from the
 * first byte of the file, in 16 bits. A table that leads elsewhere is refused, for two readers
 * would then read two different files.
 */
final class OffsetTable {
    private final String file;
    private final byte[] table;
    private int entry;

    private OffsetTable(String file, byte[] table) {
        this.file = file;
        this.table = table;
    }

    static OffsetTable read(TlvReader reader, String file, int tag, int entries) {
        return new OffsetTable(file, reader.value(tag, 2 * entries));
    }

    /** The element that begins here is the next one of the table. */
    void check(int place) {
        int told = ByteBuffer.wrap(table).getShort(2 * entry++) & 0xFFFF;
        if (told != place) {
            throw new CardFileMalformed(
                    file,
                    "the offset table tells byte %d for an element at byte %d"
                            .formatted(told, place));
        }
    }

    /**
     * A file: outer element, table, elements.
     *
     * @param elements complete elements in their order
     */
    static byte[] file(
            String file, int outerTag, int tableTag, List<byte[]> elements, LengthForms forms) {
        int tableLength = 2 * elements.size();
        int inner = TlvWriter.header(tableTag, tableLength, forms.of(1)) + tableLength;
        int total = inner + elements.stream().mapToInt(each -> each.length).sum();
        int place = TlvWriter.header(outerTag, total, forms.of(0)) + inner;
        ByteBuffer table = ByteBuffer.allocate(tableLength);
        var body = new TlvWriter(file);
        for (byte[] element : elements) {
            table.putShort((short) place);
            place += element.length;
        }
        body.element(tableTag, table.array(), forms.of(1));
        elements.forEach(body::octets);
        if (place > TlvWriter.LONGEST) {
            throw new CardFileMalformed(file, "longer than 65,535 bytes");
        }
        return body.within(outerTag, forms.of(0));
    }
}
