package org.openmyna.card.issuer.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the strokes that run along the rows of a fine picture and gives each a whole row of the
 * coarse one, with a white row between two where there is room, moving them as little as possible.
 */
final class StrokeFit {
    /** A stroke: where it begins and ends across, in coarse pixels, and how long it is (weight). */
    private record Stroke(double top, double bottom, double weight, int left, int right) {
        double centre() {
            return (top + bottom) / 2;
        }

        boolean besides(Stroke other) {
            return right <= other.left || other.right <= left;
        }
    }

    /** A run of ink across the stroke, as it is followed along. */
    private static final class Trace {
        private final int start;
        private int end;
        private int top;
        private int bottom;
        private final int firstCentre;
        private long topSum;
        private long bottomSum;

        Trace(int column, int top, int bottom) {
            this.start = column;
            this.firstCentre = top + bottom;
            follow(column, top, bottom);
        }

        void follow(int column, int newTop, int newBottom) {
            end = column + 1;
            top = newTop;
            bottom = newBottom;
            topSum += newTop;
            bottomSum += newBottom;
        }

        boolean continues(int column, int newTop, int newBottom, int drift) {
            return end == column
                    && Math.abs(newTop - top) <= 2
                    && Math.abs(newBottom - bottom) <= 2
                    && Math.abs(newTop + newBottom - firstCentre) <= 2 * drift;
        }

        int length() {
            return end - start;
        }
    }

    /** Ink that lies nearer to a stroke is the curve of that stroke and moves with it. */
    private static final double OVERHANG = 0.75;

    private StrokeFit() {}

    /**
     * Bends a picture so that its strokes lie on whole rows.
     *
     * @param ink [across][along], fine
     * @param coarse rows that strokes may take
     * @param fine fine rows for each coarse one
     * @param em coarse rows of an em
     * @return for each fine row of the bent picture the fine row of the picture to look at
     */
    static double[] fit(boolean[][] ink, int coarse, int fine, double em) {
        List<Stroke> strokes = merged(strokes(ink, fine, em));
        int[] rows = rows(strokes, coarse);
        return bend(strokes, rows, ink, fine);
    }

    private static List<Stroke> strokes(boolean[][] ink, int fine, double em) {
        int thickest = (int) (0.17 * em * fine);
        int drift = (int) Math.max(2, 0.03 * em * fine);
        int along = ink[0].length;
        int shortest = (int) (0.13 * along);
        var strokes = new ArrayList<Stroke>();
        var open = new ArrayList<Trace>();
        for (int column = 0; column <= along; column++) {
            if (column < along) {
                follow(ink, column, thickest, drift, open);
            }
            for (var traces = open.iterator(); traces.hasNext(); ) {
                Trace trace = traces.next();
                if (trace.end <= column) {
                    traces.remove();
                    if (trace.length() >= shortest) {
                        strokes.add(stroke(trace, fine));
                    }
                }
            }
        }
        return strokes;
    }

    private static void follow(
            boolean[][] ink, int column, int thickest, int drift, List<Trace> open) {
        for (int top = 0; top < ink.length; top++) {
            if (!ink[top][column]) {
                continue;
            }
            int bottom = top;
            while (bottom < ink.length && ink[bottom][column]) {
                bottom++;
            }
            if (bottom - top <= thickest) {
                follow(column, top, bottom, drift, open);
            }
            top = bottom;
        }
    }

    private static void follow(int column, int top, int bottom, int drift, List<Trace> open) {
        for (Trace trace : open) {
            if (trace.continues(column, top, bottom, drift)) {
                trace.follow(column, top, bottom);
                return;
            }
        }
        open.add(new Trace(column, top, bottom));
    }

    private static Stroke stroke(Trace trace, int fine) {
        double scale = 1.0 / ((double) trace.length() * fine);
        return new Stroke(
                trace.topSum * scale,
                trace.bottomSum * scale,
                trace.length(),
                trace.start,
                trace.end);
    }

    /** Strokes at nearly the same height are one, wherever they lie. */
    private static List<Stroke> merged(List<Stroke> strokes) {
        strokes.sort(Comparator.comparingDouble(Stroke::centre));
        var merged = new ArrayList<Stroke>();
        for (Stroke stroke : strokes) {
            Stroke last = merged.isEmpty() ? null : merged.getLast();
            double nearest = last != null && last.besides(stroke) ? 0.7 : 0.45;
            if (last != null && stroke.centre() - last.centre() < nearest) {
                merged.set(merged.size() - 1, together(last, stroke));
            } else {
                merged.add(stroke);
            }
        }
        return merged;
    }

    private static Stroke together(Stroke one, Stroke other) {
        double weight = one.weight + other.weight;
        return new Stroke(
                (one.top * one.weight + other.top * other.weight) / weight,
                (one.bottom * one.weight + other.bottom * other.weight) / weight,
                weight,
                Math.min(one.left, other.left),
                Math.max(one.right, other.right));
    }

    /** Least cost over all ways to put the strokes into rows from top to bottom. */
    private static int[] rows(List<Stroke> strokes, int coarse) {
        int count = strokes.size();
        var cost = new double[count + 1][coarse];
        var from = new int[count + 1][coarse];
        for (int i = 1; i <= count; i++) {
            Arrays.fill(cost[i], Double.MAX_VALUE);
            Stroke stroke = strokes.get(i - 1);
            double middle =
                    stroke.weight / strokes.stream().mapToDouble(Stroke::weight).max().orElse(1);
            for (int row = 0; row < coarse; row++) {
                double moved = row + 0.5 - stroke.centre();
                double own = moved * moved * (0.4 + middle);
                for (int before = 0; before < coarse; before++) {
                    double gap =
                            i == 1
                                    ? (before == 0 ? 0 : Double.MAX_VALUE)
                                    : gapCost(strokes.get(i - 2), stroke, row - before);
                    double sum = cost[i - 1][before] + own + gap;
                    if (sum < cost[i][row]) {
                        cost[i][row] = sum;
                        from[i][row] = before;
                    }
                }
            }
        }
        return walkBack(cost, from, count);
    }

    /**
     * Two strokes side by side would run into one thick bar; where there is no room for the white
     * between them, the shorter one is left out by putting it onto the other, as drawers of small
     * type do.
     */
    private static double gapCost(Stroke above, Stroke below, int distance) {
        if (distance < 0) {
            return 10_000;
        }
        if (distance > 1 || (distance == 1 && above.besides(below))) {
            return 0;
        }
        if (above.besides(below)) {
            return 1;
        }
        double shorter =
                Math.min(above.weight, below.weight) / Math.max(above.weight, below.weight);
        return distance == 1 ? 9 : 3 + 4 * shorter;
    }

    private static int[] walkBack(double[][] cost, int[][] from, int count) {
        var rows = new int[count];
        int best = 0;
        for (int row = 1; row < cost[count].length; row++) {
            if (cost[count][row] < cost[count][best]) {
                best = row;
            }
        }
        for (int i = count; i >= 1; i--) {
            rows[i - 1] = best;
            best = from[i][best];
        }
        return rows;
    }

    /**
     * Strokes exactly onto their rows, the first and last ink onto an edge between rows; what lies
     * between is stretched, what lies outside moved.
     */
    private static double[] bend(List<Stroke> strokes, int[] rows, boolean[][] ink, int fine) {
        double[] extent = extent(ink, fine);
        var from = new ArrayList<Double>();
        var to = new ArrayList<Double>();
        for (int i = 0; i < rows.length; i++) {
            if (i == 0 || rows[i] > rows[i - 1]) {
                from.add(strokes.get(i).top);
                to.add((double) rows[i]);
                from.add(strokes.get(i).bottom);
                to.add(rows[i] + 1.0);
            } else {
                from.set(from.size() - 1, strokes.get(i).bottom);
            }
        }
        double top = Math.rint(extent[0]);
        double bottom = Math.rint(extent[1]);
        if (from.isEmpty() || (top < to.getFirst() && extent[0] < from.getFirst() - OVERHANG)) {
            from.addFirst(extent[0]);
            to.addFirst(top);
        }
        if (bottom > to.getLast() && extent[1] > from.getLast() + OVERHANG) {
            from.addLast(extent[1]);
            to.addLast(bottom);
        }
        var bent = new double[ink.length];
        for (int at = 0; at < bent.length; at++) {
            bent[at] = source(from, to, (at + 0.5) / fine) * fine;
        }
        return bent;
    }

    /** Where the ink begins and ends across, in coarse pixels. */
    private static double[] extent(boolean[][] ink, int fine) {
        int first = 0;
        int last = ink.length;
        while (first < last && isWhite(ink[first])) {
            first++;
        }
        while (last > first && isWhite(ink[last - 1])) {
            last--;
        }
        return new double[] {(double) first / fine, (double) last / fine};
    }

    private static boolean isWhite(boolean[] row) {
        for (boolean black : row) {
            if (black) {
                return false;
            }
        }
        return true;
    }

    private static double source(List<Double> from, List<Double> to, double at) {
        if (at < to.getFirst()) {
            return from.getFirst() + at - to.getFirst();
        }
        for (int i = 1; i < to.size(); i++) {
            if (at < to.get(i)) {
                double share = (at - to.get(i - 1)) / (to.get(i) - to.get(i - 1));
                return from.get(i - 1) + share * (from.get(i) - from.get(i - 1));
            }
        }
        return from.getLast() + at - to.getLast();
    }
}
