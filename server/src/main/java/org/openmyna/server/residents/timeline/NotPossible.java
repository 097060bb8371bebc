package org.openmyna.server.residents.timeline;

import java.util.Optional;
import org.openmyna.server.residents.api.NoticeId;

/** Leads out of a replay; nobody outside sees it. */
final class NotPossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    final Reason reason;
    final transient Optional<NoticeId> notice;

    NotPossible(Reason reason) {
        this(reason, Optional.empty());
    }

    NotPossible(Reason reason, Optional<NoticeId> notice) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.notice = notice;
    }
}
