package org.openmyna.trust.authority.ocsp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.openmyna.trust.profile.CaKind;

/**
 * Which kind of verifier may ask which CA, and since when (reference 3.4). Kinds without a row
 * never ask by themselves: a 署名確認者 asks its 団体署名検証者 (Act 153/2002 art. 20), a service provider its
 * platform operator (Rule 120/2003 art. 29).
 *
 * @param until the first day on which it is no longer so
 * @param law where it is written
 */
public record AskingRight(
        VerifierKind kind, CaKind ca, LocalDate from, Optional<LocalDate> until, String law) {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    /** User authentication certificates, and verifiers outside the administration, began here. */
    private static final LocalDate ACT_OF_2013 = LocalDate.of(2016, 1, 1);

    private static final List<AskingRight> ALL =
            List.of(
                    right(
                            VerifierKind.SIGNATURE_VERIFIER,
                            CaKind.SIGNATURE,
                            LocalDate.of(2004, 1, 29),
                            "公的個人認証法17条1項・18条"),
                    right(
                            VerifierKind.GROUP_SIGNATURE_VERIFIER,
                            CaKind.SIGNATURE,
                            LocalDate.of(2004, 1, 29),
                            "公的個人認証法17条5項・18条"),
                    right(
                            VerifierKind.USER_AUTHENTICATION_VERIFIER,
                            CaKind.USER_AUTHENTICATION,
                            ACT_OF_2013,
                            "公的個人認証法36条1項・37条"),
                    right(
                            VerifierKind.PLATFORM_OPERATOR,
                            CaKind.SIGNATURE,
                            ACT_OF_2013,
                            "公的個人認証法17条1項6号・18条"),
                    right(
                            VerifierKind.PLATFORM_OPERATOR,
                            CaKind.USER_AUTHENTICATION,
                            ACT_OF_2013,
                            "公的個人認証法36条1項・37条"));

    private static AskingRight right(VerifierKind kind, CaKind ca, LocalDate from, String law) {
        return new AskingRight(kind, ca, from, Optional.empty(), law);
    }

    /** All rows. */
    public static List<AskingRight> all() {
        return ALL;
    }

    /** Whether there is a row for this at a moment of legal time. */
    static boolean exists(VerifierKind kind, CaKind ca, Instant at) {
        LocalDate day = at.atOffset(JAPAN).toLocalDate();
        for (AskingRight right : ALL) {
            if (right.kind == kind && right.ca == ca && right.isInForce(day)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }
}
