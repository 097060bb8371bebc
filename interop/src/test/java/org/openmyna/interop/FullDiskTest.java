package org.openmyna.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.database.Database;
import org.openmyna.database.TemporaryDatabase;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.AuthoritySettings;
import org.openmyna.trust.authority.crl.ListFolderFailed;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.authority.status.SnapshotNotWritten;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationReason;

/** Disks that are full: of the database, and of what is made from it. */
class FullDiskTest {
    private static final int DATABASE_MEGABYTES = 160;
    private static final int ERRORS = 20;
    private static final int CERTIFICATES = 40;

    @TempDir Path home;

    private Path folder(String name) throws Exception {
        return Files.createDirectory(home.resolve(name));
    }

    private Authorities open(Database database, Path folder) {
        return Authorities.open(
                database,
                folder,
                AuthoritySettings.sandbox(),
                new LegalClock("2026-04-01T03:00:00Z"),
                new SecureRandom());
    }

    @Test
    void a_database_whose_disk_is_full_loses_nothing_and_works_again_when_there_is_room()
            throws Exception {
        var settings = Map.of("min_wal_size", "32MB", "max_wal_size", "48MB");
        try (SmallDisk disk = SmallDisk.mounted(folder("database"), DATABASE_MEGABYTES);
                Database database = Database.embedded(disk.folder().resolve("cluster"), settings);
                Authorities authorities = open(database, folder("authority"))) {
            for (CaKind kind : CaKind.values()) authorities.established(kind);
            try (AutoCloseable work = authorities.start()) {
                var counters = new Counters(authorities);
                try (counters) {
                    counters.awaitAcknowledged(CERTIFICATES);
                    disk.fillUpTo(0);
                    counters.awaitRefused(ERRORS);
                    disk.free();
                    counters.awaitAcknowledged(CERTIFICATES);
                }
                counters.everythingToldIsTrue();
                assertThat(counters.codesSoFar()).containsKey("MYNA-AUT-037");
            }
        }
    }

    @Test
    void a_full_disk_of_lists_and_snapshots_keeps_the_old_ones_and_takes_new_ones_later()
            throws Exception {
        Path place = folder("authority");
        try (SmallDisk disk = SmallDisk.mounted(place, 4);
                Database database = TemporaryDatabase.fresh();
                Authorities authorities = open(database, place)) {
            var ca = authorities.established(CaKind.SIGNATURE);
            JpkiCertificate gone = ShamPeople.active(ca, Country.office("28201"));
            PublishedList before = authorities.lists().publishAll().getFirst();
            byte[] old = Files.readAllBytes(served(authorities, before));
            authorities.follower().follow();
            authorities.follower().saveSnapshot();

            ca.revoke(gone.serial(), RevocationReason.KEY_COMPROMISE);
            authorities.log().catchUp();
            authorities.follower().follow();
            disk.fillUpTo(0);
            assertThatThrownBy(() -> authorities.lists().publishAll())
                    .isInstanceOf(ListFolderFailed.class)
                    .hasMessageContaining("MYNA-CRL-001");
            assertThatThrownBy(() -> authorities.follower().saveSnapshot())
                    .isInstanceOf(SnapshotNotWritten.class)
                    .hasMessageContaining("MYNA-STA-002");
            assertThat(served(authorities, before)).hasBinaryContent(old);
            assertThat(ca.statusOf(gone.serial())).isInstanceOf(CertificateStatus.Revoked.class);
            opensFromTheOldSnapshot(database, place, gone);

            disk.free();
            PublishedList after = authorities.lists().publishAll().getFirst();
            assertThat(after.number()).isGreaterThan(before.number());
            byte[] fresh = Files.readAllBytes(served(authorities, after));
            assertThat(RevocationList.parse(fresh).find(gone.serial())).isPresent();
            authorities.follower().saveSnapshot();
            opensFromTheOldSnapshot(database, place, gone);
        }
    }

    /** Whatever the snapshot tells, the log has the rest. */
    private void opensFromTheOldSnapshot(Database database, Path place, JpkiCertificate gone) {
        try (Authorities again = open(database, place)) {
            assertThat(again.authority(CaKind.SIGNATURE).statusOf(gone.serial()))
                    .isInstanceOf(CertificateStatus.Revoked.class);
        }
    }

    private static Path served(Authorities authorities, PublishedList list) {
        return authorities.lists().file(list.name()).orElseThrow();
    }
}
