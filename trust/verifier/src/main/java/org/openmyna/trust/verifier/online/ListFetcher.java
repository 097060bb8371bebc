package org.openmyna.trust.verifier.online;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openmyna.trust.profile.DistributionPoint;
import org.openmyna.trust.profile.RevocationListView;
import org.openmyna.trust.verifier.Refusal;
import org.openmyna.trust.verifier.RevocationLists;
import org.openmyna.trust.verifier.StatusData;
import org.openmyna.trust.verifier.StatusSource;
import org.openmyna.trust.verifier.VerifierError;

/**
 * Keeps the revocation lists of about 1,900 municipalities: fetched over HTTP once a day, copied
 * into a folder, searched where they lie (mapped, with a small index in memory). A daily job calls
 * {@link #refresh}; the first certificate of a place that nobody thought of fetches its list.
 *
 * <p>A list is taken if the generation signed it, it names the place, it is not over, and it is not
 * older than the one at hand. One that fails changes nothing: the old list stays until it is stale,
 * and then certificates of the place are refused.
 */
public final class ListFetcher implements StatusSource {
    private final ListSettings settings;
    private final ListDownload download;
    private final ListCopies copies;
    private final InstantSource clock;
    private final RevocationLists lists = new RevocationLists();
    private final Map<ListPlace, Held> held = new ConcurrentHashMap<>();

    /** What is known of one place; whoever changes it holds the lock. */
    private static final class Held {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable RevocationListView list;
        private volatile @Nullable Failed failed;
    }

    private record Failed(Refusal why, Instant until) {}

    private enum Step {
        FETCHED,
        UNCHANGED
    }

    /**
     * @param clock the legal time, by which a list is over
     * @throws ListFolderUnusable if the folder cannot be made (MYNA-VRF-087)
     */
    public ListFetcher(ListSettings settings, InstantSource clock) {
        this(Web.client(settings.timeout()), settings, clock);
    }

    /**
     * @param http such as has the verifier's client certificate
     */
    public ListFetcher(HttpClient http, ListSettings settings, InstantSource clock) {
        this.settings = settings;
        this.copies = new ListCopies(settings.folder());
        this.download = new ListDownload(http, settings, copies);
        this.clock = clock;
    }

    /** The list at hand, unless it is over: then a newer one is fetched first. */
    @Override
    public StatusData find(Wanted wanted) {
        Optional<DistributionPoint> point = wanted.certificate().distributionPoint();
        if (point.isEmpty()) return lists.find(wanted);
        ListPlace place = new ListPlace(wanted.issuer(), point.get());
        Held state = held.computeIfAbsent(place, unknown -> new Held());
        if (!isCurrent(state.list)) fetchOnce(place, state);
        Failed failed = state.failed;
        return state.list == null && failed != null
                ? new StatusData.Missing(
                        VerifierError.REVOCATION_LIST_NOT_FETCHED, why(place, failed))
                : lists.find(wanted);
    }

    private Map<String, String> why(ListPlace place, Failed failed) {
        return Map.of(
                "address",
                settings.addresses().apply(place).toString(),
                "what",
                failed.why().details().getOrDefault("what", failed.why().code()));
    }

    /** Of many who ask for the same list at the same time, one fetches it and the others wait. */
    private void fetchOnce(ListPlace place, Held state) {
        state.lock.lock();
        try {
            if (isCurrent(state.list) || isLeftAlone(state)) return;
            try {
                fetch(place, state);
            } catch (ListNotTaken expected) {
                // remembered in the state, which tells it
            }
        } finally {
            state.lock.unlock();
        }
    }

    /**
     * Fetches the lists of these places that have changed, some at the same time.
     *
     * @return what came of each; a failure is a value
     */
    public ListRefresh refresh(Collection<ListPlace> places) {
        var room = new Semaphore(settings.parallel());
        List<ListRefresh.Failure> failures = new ArrayList<>();
        int[] counts = new int[Step.values().length];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<ListPlace, Future<Step>> running = new LinkedHashMap<>();
            for (ListPlace place : places)
                running.put(place, threads.submit(() -> refreshOne(place, room)));
            for (var each : running.entrySet()) {
                try {
                    counts[each.getValue().get().ordinal()]++;
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof ListNotTaken notTaken))
                        throw new IllegalStateException(failed.getCause());
                    failures.add(new ListRefresh.Failure(each.getKey(), notTaken.why()));
                } catch (InterruptedException stopped) {
                    threads.shutdownNow();
                    Thread.currentThread().interrupt();
                }
            }
        }
        return new ListRefresh(
                counts[Step.FETCHED.ordinal()], counts[Step.UNCHANGED.ordinal()], failures);
    }

    private Step refreshOne(ListPlace place, Semaphore room) throws InterruptedException {
        room.acquire();
        Held state = held.computeIfAbsent(place, unknown -> new Held());
        state.lock.lockInterruptibly();
        try {
            return fetch(place, state);
        } finally {
            state.lock.unlock();
            room.release();
        }
    }

    private Step fetch(ListPlace place, Held state) {
        if (state.list == null) copies.kept(place).ifPresent(list -> take(state, list));
        try {
            Optional<RevocationListView> newer =
                    download.newer(place, Optional.ofNullable(state.list), clock.instant());
            newer.ifPresent(list -> take(state, list));
            state.failed = null;
            return newer.isPresent() ? Step.FETCHED : Step.UNCHANGED;
        } catch (ListNotTaken notTaken) {
            state.failed = new Failed(notTaken.why(), clock.instant().plus(settings.retryAfter()));
            throw notTaken;
        }
    }

    private void take(Held state, RevocationListView list) {
        lists.add(list);
        state.list = list;
    }

    private boolean isCurrent(@Nullable RevocationListView list) {
        return list != null && clock.instant().isBefore(list.nextUpdate());
    }

    private boolean isLeftAlone(Held state) {
        Failed failed = state.failed;
        return failed != null && clock.instant().isBefore(failed.until());
    }
}
