package org.openmyna.trust.authority.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What could happen to an authority's certificates, drawn from a seed, and what is true afterwards
 * by the plainest of models: the oracle for index, table, snapshot, OCSP and lists. Two
 * generations; a third of the serials in the second one are drawn at 128 bits.
 */
public final class RandomHistory {
    public static final short FIRST = 1001;
    public static final short SECOND = 1002;
    private static final List<String> POINTS =
            List.of("Hyogo-ken/Himeji-shi", "Tokyo-to/Adachi-ku", "Okinawa-ken/Naha-shi");

    private static final long TEN_YEARS = 315_576_000;
    private static final Instant FAR_AWAY = Instant.parse("2036-01-01T00:00:00Z");

    private final RandomGenerator chance;
    private final Map<Certificate, Known> known = new HashMap<>();
    private final List<Certificate> all = new ArrayList<>();
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private long next = 1;

    public record Certificate(short generation, CertificateSerial serial) {}

    /** State of one certificate in the model. */
    public enum State {
        CERTIFIED,
        GOOD,
        REVOKED
    }

    public record Known(
            State state,
            Optional<RevocationReason> reason,
            Optional<Instant> when,
            String point,
            Instant notAfter) {}

    public RandomHistory(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The clock of the country: jumps ahead, and now and then steps back. */
    public Instant now() {
        return now;
    }

    public List<Certificate> certificates() {
        return List.copyOf(all);
    }

    public Optional<Known> of(Certificate certificate) {
        return Optional.ofNullable(known.get(certificate));
    }

    /** Draws what happens next, one to five events of one act. */
    public List<StatusEvent> next() {
        now =
                now.plusSeconds(
                        switch (chance.nextInt(20)) {
                            case 0 -> -chance.nextInt(5_000);
                            case 1 -> chance.nextInt(30_000_000);
                            case 2 -> chance.nextInt(4) == 0 ? TEN_YEARS : 0;
                            case 3 -> now.isAfter(FAR_AWAY) ? -TEN_YEARS : 0;
                            default -> chance.nextInt(500);
                        });
        List<StatusEvent> events = new ArrayList<>();
        int count = 1 + chance.nextInt(5);
        while (events.size() < count) draw(events).ifPresent(events::add);
        return events;
    }

    /** The model learns what was committed with this date. */
    public void committed(List<StatusEvent> events, Instant date) {
        for (StatusEvent event : events) {
            Certificate certificate = new Certificate(event.generation(), event.serial());
            State state =
                    switch (event.kind()) {
                        case CERTIFIED -> State.CERTIFIED;
                        case GENERATION, ACTIVATED, LIFTED -> State.GOOD;
                        case REVOKED -> State.REVOKED;
                    };
            known.put(
                    certificate,
                    new Known(
                            state,
                            event.reason(),
                            state == State.REVOKED ? Optional.of(date) : Optional.empty(),
                            event.point(),
                            event.notAfter()));
        }
    }

    private Optional<StatusEvent> draw(List<StatusEvent> before) {
        if (all.isEmpty() || chance.nextInt(3) == 0) return Optional.of(certified());
        Certificate certificate = all.get(chance.nextInt(all.size()));
        Known now = known.get(certificate);
        // an act tells one certificate's news once
        boolean told =
                before.stream()
                        .anyMatch(each ->
                                certificate.equals(
                                        new Certificate(each.generation(), each.serial())));
        if (now == null || told) return Optional.empty();
        return switch (now.state()) {
            case CERTIFIED ->
                    Optional.of(
                            chance.nextInt(8) == 0
                                    ? revoked(certificate, now, RevocationReason.UNSPECIFIED)
                                    : plain(StatusEvent.Kind.ACTIVATED, certificate, now));
            case GOOD ->
                    Optional.of(
                            revoked(
                                    certificate,
                                    now,
                                    RevocationReason.values()[1 + chance.nextInt(6)]));
            case REVOKED ->
                    now.reason().equals(Optional.of(RevocationReason.CERTIFICATE_HOLD))
                            ? Optional.of(
                                    chance.nextBoolean()
                                            ? plain(StatusEvent.Kind.LIFTED, certificate, now)
                                            : revoked(
                                                    certificate,
                                                    now,
                                                    RevocationReason.KEY_COMPROMISE))
                            : Optional.empty();
        };
    }

    private StatusEvent certified() {
        short generation = chance.nextInt(3) == 0 ? SECOND : FIRST;
        CertificateSerial serial =
                generation == SECOND && chance.nextInt(3) == 0
                        ? new CertificateSerial(
                                new java.math.BigInteger(
                                                127, new java.util.Random(chance.nextLong()))
                                        .setBit(126))
                        : CertificateSerial.of(next++);
        if (chance.nextInt(10) == 0) next += chance.nextInt(3_000);
        Certificate certificate = new Certificate(generation, serial);
        all.add(certificate);
        String point = POINTS.get(chance.nextInt(POINTS.size()));
        byte[] content = new byte[32];
        chance.nextBytes(content);
        return new StatusEvent(
                // now and then a CA's own certificate
                chance.nextInt(40) == 0 ? StatusEvent.Kind.GENERATION : StatusEvent.Kind.CERTIFIED,
                generation,
                serial,
                Optional.empty(),
                point,
                now.plusSeconds(150_000_000),
                Optional.of(content));
    }

    private static StatusEvent plain(StatusEvent.Kind kind, Certificate certificate, Known now) {
        return new StatusEvent(
                kind,
                certificate.generation(),
                certificate.serial(),
                Optional.empty(),
                now.point(),
                now.notAfter(),
                Optional.empty());
    }

    private static StatusEvent revoked(
            Certificate certificate, Known now, RevocationReason reason) {
        return new StatusEvent(
                StatusEvent.Kind.REVOKED,
                certificate.generation(),
                certificate.serial(),
                Optional.of(reason),
                now.point(),
                now.notAfter(),
                Optional.empty());
    }
}
