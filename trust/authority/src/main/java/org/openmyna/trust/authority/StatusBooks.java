package org.openmyna.trust.authority;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.authority.status.StatusFollower;
import org.openmyna.trust.authority.status.StatusIndex;
import org.openmyna.trust.profile.CertificateSerial;

/** The log and the index that follows it. The index is built when it is first asked. */
final class StatusBooks {
    private final StatusLog log;
    private final StatusIndex index = new StatusIndex();
    private final StatusFollower follower;

    /**
     * @param snapshot where the index is kept over a restart
     */
    StatusBooks(DataSource database, StatusLog log, Path snapshot, InstantSource legalTime) {
        this.log = log;
        this.follower = new StatusFollower(database, index, Optional.of(snapshot), legalTime);
    }

    StatusLog log() {
        return log;
    }

    StatusIndex index() {
        return index;
    }

    StatusFollower follower() {
        return follower;
    }

    /** Something was committed: whoever sequences may do so now. */
    void wake() {
        log.wake();
    }

    /** Everything that was committed before this call is in the index when it returns. */
    void catchUp() {
        log.catchUp();
        follower.follow();
    }

    CertificateStatus statusOf(short generation, CertificateSerial serial) {
        return index.statusOf(generation, serial);
    }
}
