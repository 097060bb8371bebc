package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a notice leads to.
 *
 * @param on the day on which it takes effect
 * @param due last day for whoever has to do something
 * @param law where it is written
 */
public record Effect(
        Kind kind, ResidentId person, LocalDate on, Optional<LocalDate> due, String law) {
    /** What may follow from a notice. */
    public enum Kind {
        /** 署名用電子証明書 lapses: one of the four items changed. */
        SIGNATURE_CERTIFICATE_ENDS,
        /** Both certificates lapse: death, emigration without continued use, removal. */
        BOTH_CERTIFICATES_END,
        /** The card must be brought in and updated. */
        CARD_TO_BE_UPDATED,
        /** Without a move-in notice by the due day the card lapses. */
        MOVE_IN_DUE,
        /** Without the card shown by the due day it lapses. */
        CARD_TO_BE_SHOWN,
        /** A resident record code was drawn and a My Number is assigned. */
        NUMBER_ASSIGNED,
        /** The notice came after its legal term. */
        NOTICE_LATE,
        /** It changes what was recorded about the past. */
        PAST_CHANGES
    }
}
