package org.openmyna.server.calls;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.KeyUsedOtherwise;

/**
 * What calls with a key led to, for those who hear no answer and call again. The last {@value
 * #MOST} are kept, in memory (a list counts as many as are in it): what is called again after a
 * restart meets acts that change nothing a second time anyway.
 */
final class KeptOutcomes {
    static final int MOST = 10_000;

    private record Name(Organisation caller, String key) {}

    private record Kept(String fingerprint, CompletableFuture<@Nullable Object> outcome) {}

    private final Map<Name, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /**
     * The outcome of the first call with this key; a second one that comes meanwhile waits for it.
     * What failed may be tried again.
     *
     * @param fingerprint of what is to be done
     * @throws KeyUsedOtherwise if the key was used for something else (MYNA-SRV-014)
     */
    @Nullable Object once(
            Organisation caller, String key, String fingerprint, Supplier<@Nullable Object> work) {
        Name name = new Name(caller, key);
        Kept mine = new Kept(fingerprint, new CompletableFuture<>());
        Kept there = putIfAbsent(name, mine);
        if (there == null) return first(name, mine, work);
        if (!there.fingerprint.equals(fingerprint)) throw new KeyUsedOtherwise(key);
        try {
            return there.outcome.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) throw why;
            throw failed;
        }
    }

    private @Nullable Object first(Name name, Kept mine, Supplier<@Nullable Object> work) {
        try {
            Object outcome = work.get();
            keep(mine, outcome);
            return outcome;
        } catch (RuntimeException failed) {
            remove(name);
            mine.outcome.completeExceptionally(failed);
            throw failed;
        }
    }

    private synchronized @Nullable Kept putIfAbsent(Name name, Kept mine) {
        return kept.putIfAbsent(name, mine);
    }

    private synchronized void remove(Name name) {
        kept.remove(name);
    }

    /** Makes room, the oldest first; those under way stay. */
    private synchronized void keep(Kept mine, @Nullable Object outcome) {
        mine.outcome.complete(outcome);
        weight += weightOf(outcome);
        var oldest = kept.values().iterator();
        while (weight > MOST && oldest.hasNext()) {
            CompletableFuture<@Nullable Object> old = oldest.next().outcome;
            if (!old.isDone()) continue;
            weight -= weightOf(old.join());
            oldest.remove();
        }
    }

    private static int weightOf(@Nullable Object outcome) {
        return outcome instanceof Collection<?> many ? many.size() + 1 : 1;
    }
}
