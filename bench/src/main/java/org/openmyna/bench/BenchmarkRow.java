package org.openmyna.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured figure beside its limit.
 *
 * @param name fixed name of the row, such as {@code card-sign}
 * @param value what was measured, in {@code unit}
 * @param limit the physical bound measured in the same run, or the size that must not be passed
 * @param ratio {@code value / limit}
 * @param goal what the ratio must reach ({@code >= 0.80}) or must not pass ({@code <= 1.00}), or
 *     what the value must reach ({@code >= 100 card/s})
 * @param met whether it does
 * @param note how it was measured
 */
public record BenchmarkRow(
        String name,
        double value,
        String unit,
        double limit,
        double ratio,
        String goal,
        boolean met,
        String note) {
    /** A speed that must reach a share of the limit. */
    static BenchmarkRow atLeast(
            double share, String name, double value, String unit, double limit, String note) {
        double ratio = value / limit;
        return new BenchmarkRow(
                name, value, unit, limit, ratio, ">= %.2f".formatted(share), ratio >= share, note);
    }

    /** A speed that must reach a figure of its own, whatever the limit. */
    static BenchmarkRow reaching(
            double goal, String name, double value, String unit, double limit, String note) {
        return new BenchmarkRow(
                name,
                value,
                unit,
                limit,
                value / limit,
                ">= %.0f %s".formatted(goal, unit),
                value >= goal,
                note);
    }

    /** What could not be measured at all. */
    static BenchmarkRow failed(String name, String unit, double limit, String why) {
        return new BenchmarkRow(name, 0, unit, limit, 0, "<= 1.00", false, why);
    }

    /** A size that must not pass the limit. */
    static BenchmarkRow atMost(String name, double value, String unit, double limit, String note) {
        double ratio = value / limit;
        return new BenchmarkRow(name, value, unit, limit, ratio, "<= 1.00", ratio <= 1, note);
    }

    /** The members in the order of the contract, for JSON. */
    public Map<String, Object> members() {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", name);
        map.put("value", rounded(value));
        map.put("unit", unit);
        map.put("limit", rounded(limit));
        map.put("ratio", rounded(ratio));
        map.put("goal", goal);
        map.put("met", met);
        map.put("note", note);
        return map;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
