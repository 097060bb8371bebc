package org.openmyna.trust.profile;

import java.time.LocalDate;
import java.util.List;

/**
 * The numbers of the validity rule as they stand in law or its practice, with the time they hold
 * for. A change of law is a new row.
 *
 * @param validFrom first day of issue the row is for
 * @param validTo first day it is no longer for
 * @param birthdays a certificate ends on this birthday after issue
 * @param birthdaysAtRenewal the same when it replaces one that is about to end
 * @param renewalMonths how near the end must be for that
 * @param signatureAge nobody below has a signature certificate
 * @param source where the numbers are from
 */
record ValidityTerms(
        LocalDate validFrom,
        LocalDate validTo,
        int birthdays,
        int birthdaysAtRenewal,
        int renewalMonths,
        int signatureAge,
        String source) {
    private static final List<ValidityTerms> ALL =
            List.of(
                    new ValidityTerms(
                            LocalDate.of(2016, 1, 1),
                            LocalDate.MAX,
                            5,
                            6,
                            3,
                            15,
                            "公的個人認証法・同施行規則（カードの電子証明書）; reference 2.6, 4.3"));

    static ValidityTerms on(LocalDate day) {
        return ALL.stream()
                .filter(terms -> !day.isBefore(terms.validFrom) && day.isBefore(terms.validTo))
                .findFirst()
                .orElseThrow(() -> new NoTermsInForce(day));
    }
}
