package org.openmyna.kernel;

import java.util.Map;

/** A text is no date, or a day that no calendar has. */
public final class DateMalformed extends MynaException {
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 40;

    DateMalformed(KernelError error, String typed) {
        super(error, Map.of("typed", shown(typed)));
    }

    /** The beginning, without signs that a terminal would obey. */
    private static String shown(String typed) {
        String printable = typed.replaceAll("\\p{C}", "?");
        return printable.length() <= MOST_SHOWN
                ? printable
                : printable.substring(0, MOST_SHOWN) + "…";
    }
}
