package org.openmyna.trust.authority.crl;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;
import org.openmyna.trust.authority.keys.KeyVault;
import org.openmyna.trust.authority.log.StatusLog;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.JpkiProfile;
import org.openmyna.trust.profile.RevocationListFileFailed;

/**
 * Publishes revocation lists (失効リスト) into a folder: regular ones when a day begins in Japan, others
 * on demand. Several processes may publish; a lock of the database lets one do it at a time.
 */
public final class RevocationListPublisher {
    private final DataSource database;
    private final Generations generations;
    private final KeyVault vault;
    private final StatusLog log;
    private final ListSettings settings;
    private final ListFolder folder;
    private final InstantSource legalTime;

    /**
     * Publishes nothing yet.
     *
     * @param folder for the lists; made when the first is
     */
    public RevocationListPublisher(
            DataSource database,
            Generations generations,
            KeyVault vault,
            StatusLog log,
            ListSettings settings,
            Path folder,
            InstantSource legalTime) {
        this.database = database;
        this.generations = generations;
        this.vault = vault;
        this.log = log;
        this.settings = settings;
        this.folder = new ListFolder(folder);
        this.legalTime = legalTime;
    }

    /**
     * Makes one list now, of everything committed before this call.
     *
     * @param point empty for the full list
     * @throws GenerationSignsNoLists if there is no such generation, or its time is over
     *     (MYNA-CRL-003)
     * @throws PointOfAnotherCa if the point is not of this CA (MYNA-CRL-006)
     * @throws ListFolderFailed if the folder refuses (MYNA-CRL-001)
     * @throws ListDatabaseFailed if the database refuses (MYNA-CRL-002)
     */
    public PublishedList publish(short generation, Optional<DistributionPoint> point) {
        Generation signer =
                generations
                        .byId(generation)
                        .orElseThrow(() -> new GenerationSignsNoLists(generation));
        point.ifPresent(of -> mustBeOf(signer, of));
        return locked(
                        connection -> {
                            List<PublishedList> made =
                                    issue(
                                            connection,
                                            signer,
                                            null,
                                            issue ->
                                                    List.of(
                                                            point.isEmpty()
                                                                    ? issue.full()
                                                                    : issue.shard(
                                                                            ListNames.point(
                                                                                    point.get()))));
                            if (made.isEmpty()) {
                                throw new GenerationSignsNoLists(generation);
                            }
                            return made;
                        })
                .getFirst();
    }

    private static void mustBeOf(Generation generation, DistributionPoint point) {
        var certificate = generation.certificate();
        if (point.kind() != certificate.kind() || point.hierarchy() != certificate.hierarchy()) {
            throw new PointOfAnotherCa(ListNames.point(point), generation.id());
        }
    }

    /**
     * Makes all lists now: of each generation whose time is not over the full one, and one for each
     * point that has certificates. Errors as for {@link #publish}.
     */
    public List<PublishedList> publishAll() {
        return locked(connection -> {
            List<PublishedList> made = new ArrayList<>();
            for (Generation generation : generations.all()) {
                made.addAll(issue(connection, generation, null, RevocationListPublisher::all));
            }
            return made;
        });
    }

    /**
     * Makes the lists of the day where they are missing; of several missed days only the last.
     * Errors as for {@link #publish}.
     *
     * @return what was made; nothing if nothing was missing
     */
    public List<PublishedList> publishRegular() {
        generations.refresh();
        if (due().isEmpty()) {
            return List.of();
        }
        return locked(connection -> {
            List<PublishedList> made = new ArrayList<>();
            LocalDate today = Midnight.dayOf(legalTime.instant());
            for (Generation generation : due(connection)) {
                made.addAll(issue(connection, generation, today, RevocationListPublisher::all));
            }
            return made;
        });
    }

    private static List<ListRow> all(Issue issue) throws SQLException, IOException {
        List<ListRow> lists = new ArrayList<>();
        lists.add(issue.full());
        lists.addAll(issue.shards());
        return lists;
    }

    private List<Generation> due() {
        try (Connection connection = database.getConnection()) {
            return due(connection);
        } catch (SQLException failed) {
            throw new ListDatabaseFailed(failed);
        }
    }

    private List<Generation> due(Connection connection) throws SQLException {
        Instant now = legalTime.instant();
        List<Generation> due = new ArrayList<>();
        for (Generation generation : generations.all()) {
            Optional<LocalDate> last =
                    ListRow.newestRegular(connection, generation.id()).map(ListRow::day);
            if (generation.certificate().notAfter().isAfter(now)
                    && Midnight.isDue(Midnight.dayOf(now), last)) {
                due.add(generation);
            }
        }
        return due;
    }

    private interface Making {
        List<ListRow> lists(Issue issue) throws SQLException, IOException;
    }

    /** One number; nothing if the generation's time is over. */
    private List<PublishedList> issue(
            Connection connection, Generation generation, @Nullable LocalDate day, Making making)
            throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            Issue issue = Issue.begin(generation, beginning(connection, generation, day));
            List<ListRow> made = issue.isWithinLifeOfKey() ? making.lists(issue) : List.of();
            ListRow.insert(connection, made);
            connection.commit();
            List<PublishedList> lists = made.stream().map(this::published).toList();
            lists.forEach(list -> folder.serve(list.name(), list.file()));
            return lists;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Issue.Beginning beginning(
            Connection connection, Generation generation, @Nullable LocalDate day) {
        var issuer = new JpkiProfile.Issuer(generation.certificate(), vault.signer(generation));
        return new Issue.Beginning(
                connection, folder, issuer, settings.lifetime(), legalTime.instant(), day);
    }

    private interface Work {
        List<PublishedList> on(Connection connection) throws SQLException, IOException;
    }

    /**
     * The lock belongs to the connection, not to a transaction: what is read under it must be read
     * after it was got, and a snapshot is taken when a transaction begins.
     */
    private List<PublishedList> locked(Work work) {
        folder.make();
        log.catchUp();
        try (Connection connection = database.getConnection()) {
            PublicationLock.take(connection);
            try {
                List<PublishedList> made = work.on(connection);
                tidy(connection);
                return made;
            } finally {
                PublicationLock.release(connection);
            }
        } catch (SQLException failed) {
            throw new ListDatabaseFailed(failed);
        } catch (IOException | RevocationListFileFailed failed) {
            throw new ListFolderFailed(folder.path(), failed);
        }
    }

    /** Names whose move was cut off are moved, the index is written, old files go. */
    private void tidy(Connection connection) throws SQLException {
        List<ListRow> old =
                ListRow.outlived(connection, legalTime.instant().minus(settings.keptAfterEnd()));
        old.forEach(list -> folder.delete(published(list).file()));
        ListRow.filesGone(connection, old);
        PublishedIndex index = index(connection);
        for (PublishedList list : index.lists()) {
            folder.serveIfElsewhere(list.name(), list.file());
        }
        folder.writeIndex(index);
        folder.sync();
    }

    /** The newest list of every kind; the folder has the same as {@link PublishedIndex#NAME}. */
    public PublishedIndex index() {
        try (Connection connection = database.getConnection()) {
            return index(connection);
        } catch (SQLException failed) {
            throw new ListDatabaseFailed(failed);
        }
    }

    private PublishedIndex index(Connection connection) throws SQLException {
        return new PublishedIndex(
                ListRow.newestOfEach(connection).stream().map(this::published).toList());
    }

    private PublishedList published(ListRow row) {
        Generation generation =
                generations
                        .byId(row.generation())
                        .orElseThrow(() -> new GenerationSignsNoLists(row.generation()));
        String name = ListNames.file(generation, row.point());
        return new PublishedList(
                row.generation(),
                row.point(),
                name,
                row.number(),
                row.position(),
                row.thisUpdate(),
                row.nextUpdate(),
                row.entries(),
                row.bytes(),
                row.sha256(),
                folder.numbered(name, row.number()));
    }

    /**
     * What is served under a name: the newest list of a kind, an older one by its number, or the
     * index. The file never changes; a later call may answer another.
     */
    public Optional<Path> file(String name) {
        return folder.file(name);
    }

    /** Makes regular lists from now on, whenever a day has begun; closing ends that. */
    public AutoCloseable start() {
        return new DailyLists(this).start();
    }
}
