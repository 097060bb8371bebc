package org.openmyna.server.numbers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.openmyna.server.audit.AuditEntry;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.Purpose;
import org.openmyna.trust.profile.ValidityRule;

/** Makes entries for the access log, with both times. */
final class Trail {
    private final InstantSource legalTime;
    private final InstantSource realTime;

    Trail(InstantSource legalTime, InstantSource realTime) {
        this.legalTime = legalTime;
        this.realTime = realTime;
    }

    Instant legalNow() {
        return legalTime.instant();
    }

    Instant realNow() {
        return realTime.instant();
    }

    /** The day in Japan by which the law is asked. */
    LocalDate legalDay() {
        return LocalDate.ofInstant(legalTime.instant(), ValidityRule.JAPAN);
    }

    /** Something was done that needs no purpose, as an assignment by law. */
    AuditEntry act(Organisation caller, String operation, String subject) {
        return new AuditEntry(
                realNow(),
                legalNow(),
                caller.id(),
                "",
                "",
                "",
                operation,
                subject,
                AuditEntry.DONE);
    }

    /** Something was done or refused for a purpose, which must be one that can be written down. */
    AuditEntry of(
            Organisation caller,
            Purpose purpose,
            String operation,
            String subject,
            String outcome) {
        return new AuditEntry(
                realNow(),
                legalNow(),
                caller.id(),
                purpose.officer(),
                purpose.procedure(),
                purpose.caseId(),
                operation,
                subject,
                outcome);
    }
}
