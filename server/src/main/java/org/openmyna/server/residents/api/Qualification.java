package org.openmyna.server.residents.api;

import java.time.LocalDate;

/** An entry of the record about an insurance, pension, allowance or the electoral roll. */
public record Qualification(Kind kind, LocalDate since) {
    /** Resident Registry Act art. 7. */
    public enum Kind {
        /** 選挙人名簿 */
        ELECTORAL_ROLL,
        /** 国民健康保険 */
        NATIONAL_HEALTH_INSURANCE,
        /** 後期高齢者医療 */
        ELDERLY_MEDICAL_CARE,
        /** 介護保険 */
        LONG_TERM_CARE,
        /** 国民年金 */
        NATIONAL_PENSION,
        /** 児童手当 */
        CHILD_ALLOWANCE
    }
}
