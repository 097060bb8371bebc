package org.openmyna.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose columns stand one below the other on a terminal, where a Japanese character takes the
 * room of two others.
 */
final class Table {
    private static final String GAP = "  ";

    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x20000, 0x3FFFD}
    };

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The rows in their order, each behind a margin. */
    List<String> lines(String margin) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int at = 0; at < row.size() - 1; at++) {
                widths[at] = Math.max(widths[at], width(row.get(at)));
            }
        }
        return rows.stream().map(row -> margin + line(row, widths)).toList();
    }

    /** Prints the rows; nothing where JSON was asked. */
    void print(Voice voice, String margin) {
        lines(margin).forEach(voice::line);
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int at = 0; at < row.size(); at++) {
            String cell = row.get(at);
            line.append(cell);
            if (at == row.size() - 1) break;
            line.append(" ".repeat(widths[at] - width(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** Columns of a terminal that a text takes (Unicode Standard Annex 11: wide, full-width). */
    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int character) {
        for (int[] range : WIDE) {
            if (character >= range[0] && character <= range[1]) return 2;
        }
        return 1;
    }
}
