package org.openmyna.card.issuer.face;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.openmyna.kernel.JapaneseDate;

/**
 * The note panel 追記欄. The newest entries count most: where not all have room even in the smallest
 * letters, the oldest are left out, and the first line says how many.
 */
record NotePanel(Drawing drawing, double x, double y, double width, double height) {
    private static final double MARGIN = 10;
    private static final double HEAD = 22;
    private static final List<Look.Setting> SETTINGS =
            List.of(
                    new Look.Setting(16, 22, 4),
                    new Look.Setting(12.5, 15, 6),
                    new Look.Setting(10, 11.4, 8));

    void draw(List<Note> notes) {
        var box = new Rectangle2D.Double(x, y, width, height);
        drawing.fill(box, Look.WHITE, 1);
        drawing.stroke(box, Look.RULE, 1.5, Drawing.Line.SOLID);
        Look.label(drawing, "追記欄", x + MARGIN, y + 17);
        for (Look.Setting setting : SETTINGS) {
            for (PrintLines.Break how : PrintLines.Break.values()) {
                List<String> lines = lines(notes, setting, how);
                if (lines.size() <= setting.lines()) {
                    draw(lines, setting);
                    return;
                }
            }
        }
        draw(newest(notes, SETTINGS.getLast()), SETTINGS.getLast());
    }

    private void draw(List<String> lines, Look.Setting setting) {
        for (int i = 0; i < setting.lines(); i++) {
            double line = y + HEAD + (i + 1) * setting.pitch();
            drawing.stroke(
                    new Line2D.Double(x + MARGIN, line, x + width - MARGIN, line),
                    Look.RULE,
                    0.7,
                    Drawing.Line.DASHED);
            if (i < lines.size()) {
                double baseline = line - setting.size() * 0.26;
                drawing.text(lines.get(i), x + MARGIN, baseline, setting.size(), Look.INK, 0);
            }
        }
    }

    private List<String> lines(List<Note> notes, Look.Setting setting, PrintLines.Break how) {
        var lines = new ArrayList<String>();
        for (Note note : notes) {
            lines.addAll(PrintLines.broken(text(note), (width - 2 * MARGIN) / setting.size(), how));
        }
        return lines;
    }

    private List<String> newest(List<Note> notes, Look.Setting setting) {
        int left = 1;
        while (tail(notes, left, setting, PrintLines.Break.ANYWHERE).size() > setting.lines() - 1) {
            left++;
        }
        List<String> newest = tail(notes, left, setting, PrintLines.Break.AT_GOOD_PLACES);
        if (newest.size() > setting.lines() - 1) {
            newest = tail(notes, left, setting, PrintLines.Break.ANYWHERE);
        }
        var lines = new ArrayList<String>();
        lines.add("（古い追記" + left + "件は欄に入らず省略 / " + left + " older not shown）");
        lines.addAll(newest);
        return lines;
    }

    private List<String> tail(
            List<Note> notes, int from, Look.Setting setting, PrintLines.Break how) {
        return lines(notes.subList(from, notes.size()), setting, how);
    }

    static String text(Note note) {
        return JapaneseDate.of(note.day()).japanese() + "　" + note.text();
    }
}
