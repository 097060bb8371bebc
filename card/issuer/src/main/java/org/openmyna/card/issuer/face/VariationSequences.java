package org.openmyna.card.issuer.face;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which glyph a character followed by a variation selector has: OpenType 1.9 cmap format 14, which
 * the font library leaves out.
 */
final class VariationSequences {
    /** What the font says about a sequence. */
    sealed interface Found {
        /** The usual glyph of the character is the variant. */
        record Usual() implements Found {}

        /** The variant has a glyph of its own. */
        record Own(int glyph) implements Found {}

        /** The font does not know this sequence. */
        record None() implements Found {}
    }

    private final Map<Long, Integer> own = new HashMap<>();
    private final Set<Long> usual = new HashSet<>();

    private VariationSequences() {}

    /**
     * Reads the sequences of a font file and takes their entry out of its table of contents in
     * memory: the font library writes a warning for what it leaves out.
     */
    static VariationSequences takenOutOf(byte[] fontFile) {
        var sequences = new VariationSequences();
        ByteBuffer cmap = table(ByteBuffer.wrap(fontFile), 0x636D6170);
        int subtables = cmap.getShort(2);
        for (int i = subtables - 1; i >= 0; i--) {
            int entry = 4 + 8 * i;
            int at = cmap.getInt(entry + 4);
            if (cmap.getShort(at) == 14) {
                sequences.read(cmap.slice(at, cmap.getInt(at + 2)));
                subtables--;
                for (int rest = entry; rest < 4 + 8 * subtables; rest += 8) {
                    cmap.putLong(rest, cmap.getLong(rest + 8));
                }
            }
        }
        cmap.putShort(2, (short) subtables);
        return sequences;
    }

    private static ByteBuffer table(ByteBuffer font, int tag) {
        int tables = font.getShort(4);
        for (int at = 12; at < 12 + 16 * tables; at += 16) {
            if (font.getInt(at) == tag) {
                return font.slice(font.getInt(at + 8), font.getInt(at + 12));
            }
        }
        throw new IllegalStateException("a font without characters");
    }

    private void read(ByteBuffer table) {
        int selectors = table.getInt(6);
        for (int i = 0; i < selectors; i++) {
            int record = 10 + 11 * i;
            int selector = threeBytes(table, record);
            readUsual(table, selector, table.getInt(record + 3));
            readOwn(table, selector, table.getInt(record + 7));
        }
    }

    private void readUsual(ByteBuffer table, int selector, int at) {
        int ranges = at == 0 ? 0 : table.getInt(at);
        for (int i = 0; i < ranges; i++) {
            int first = threeBytes(table, at + 4 + 4 * i);
            int more = table.get(at + 7 + 4 * i) & 0xFF;
            for (int codePoint = first; codePoint <= first + more; codePoint++) {
                usual.add(key(codePoint, selector));
            }
        }
    }

    private void readOwn(ByteBuffer table, int selector, int at) {
        int mappings = at == 0 ? 0 : table.getInt(at);
        for (int i = 0; i < mappings; i++) {
            int codePoint = threeBytes(table, at + 4 + 5 * i);
            own.put(key(codePoint, selector), table.getShort(at + 7 + 5 * i) & 0xFFFF);
        }
    }

    Found find(int codePoint, int selector) {
        long key = key(codePoint, selector);
        Integer glyph = own.get(key);
        if (glyph != null) {
            return new Found.Own(glyph);
        }
        return usual.contains(key) ? new Found.Usual() : new Found.None();
    }

    private static long key(int codePoint, int selector) {
        return (long) selector << 32 | codePoint;
    }

    private static int threeBytes(ByteBuffer table, int at) {
        return (table.get(at) & 0xFF) << 16 | (table.getShort(at + 1) & 0xFFFF);
    }
}
