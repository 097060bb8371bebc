package org.openmyna.server.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.crl.PublishedList;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.profile.CaKind;

/** How old everything is that the authority gives out, for health and metrics. */
final class Products {
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final OpenAuthority authority;
    private volatile @Nullable Look last;

    private record Look(long nanos, List<PublishedList> lists) {}

    Products(OpenAuthority authority) {
        this.authority = authority;
    }

    Authorities authorities() {
        return authority.authorities();
    }

    boolean writes() {
        return authority.writes();
    }

    Instant now() {
        return authority.legalTime().instant();
    }

    /** The newest of each kind; looked up again after a while, not at each question. */
    List<PublishedList> lists() {
        Look look = last;
        if (look == null || System.nanoTime() - look.nanos > LOOK_EVERY_NANOS) {
            look = new Look(System.nanoTime(), authorities().lists().index().lists());
            last = look;
        }
        return look.lists;
    }

    /** The full list of the generation that issues. */
    Optional<PublishedList> fullList(CaKind ca) {
        Optional<Generation> issuing = authorities().generations().issuing(ca, now());
        return lists().stream()
                .filter(list -> list.point().equals(PublishedList.ALL))
                .filter(list -> issuing.filter(of -> of.id() == list.generation()).isPresent())
                .findFirst();
    }

    long overdueLists() {
        return lists().stream().filter(list -> list.isOverdue(now())).count();
    }

    /** Seconds that the responder of a CA with the shortest life has left; not a number if none. */
    double responderSecondsLeft(CaKind ca) {
        return authorities().ocsp().responderEnds().entrySet().stream()
                .filter(each -> Generation.caOf(each.getKey()) == ca)
                .mapToDouble(each -> Duration.between(now(), each.getValue()).toSeconds())
                .min()
                .orElse(Double.NaN);
    }

    Map<Short, Instant> responderEnds() {
        return authorities().ocsp().responderEnds();
    }

    /** For a gauge: a database that does not answer is no reason not to tell the rest. */
    double orNothing(Ask ask) {
        try {
            return ask.value();
        } catch (MynaException notNow) {
            return Double.NaN;
        }
    }

    /** One number. */
    @FunctionalInterface
    interface Ask {
        double value();
    }
}
