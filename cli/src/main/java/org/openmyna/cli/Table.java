package org.openmyna.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose columns stand one below the other on a terminal, where a Japanese character takes the
 * room of two others.
 */
final class Table {
    private static final String GAP = "  ";

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
        boolean wide =
                character >= 0x1100 && character <= 0x115F
                        || character >= 0x2E80 && character <= 0xA4CF
                        || character >= 0xAC00 && character <= 0xD7A3
                        || character >= 0xF900 && character <= 0xFAFF
                        || character >= 0xFE30 && character <= 0xFE6F
                        || character >= 0xFF00 && character <= 0xFF60
                        || character >= 0xFFE0 && character <= 0xFFE6
                        || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
