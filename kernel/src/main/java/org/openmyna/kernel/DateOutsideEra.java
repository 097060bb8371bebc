package org.openmyna.kernel;

import java.time.LocalDate;
import java.util.Map;

/** A date names an era that had not begun or was over on that day, as 平成31年5月1日 does. */
public final class DateOutsideEra extends MynaException {
    private static final long serialVersionUID = 1L;

    DateOutsideEra(Era era) {
        super(
                KernelError.DATE_OUTSIDE_ERA,
                Map.of(
                        "era",
                        era.japanese(),
                        "firstDay",
                        era.firstDay(),
                        "lastDay",
                        era.lastDay().map(LocalDate::toString).orElse("…")));
    }

    /** Before all eras. */
    DateOutsideEra() {
        super(KernelError.DATE_BEFORE_MEIJI, Map.of("firstDay", Era.MEIJI.firstDay()));
    }
}
