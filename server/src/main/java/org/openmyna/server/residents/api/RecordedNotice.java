package org.openmyna.server.residents.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice in the register.
 *
 * @param recordedAt 処理日時, legal time; never before that of an earlier notice
 * @param officer who recorded it
 * @param cancelledBy the notice that cancelled it
 */
public record RecordedNotice(
        NoticeId id,
        Notice notice,
        Instant recordedAt,
        String officer,
        Optional<NoticeId> cancelledBy) {}
