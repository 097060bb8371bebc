package org.openmyna.interop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openmyna.interop.Subject.State;
import org.openmyna.trust.authority.Authorities;
import org.openmyna.trust.authority.CeremonyNotes;
import org.openmyna.trust.authority.CertificationAuthority;
import org.openmyna.trust.authority.Reservation;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.KeyAlgorithm;
import org.openmyna.trust.authority.keys.SerialMode;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/** Certificates of both CAs, of two key generations, in every state, in a seeded order. */
final class Population {
    static final String FOUNDED = "2019-06-03T00:00:00Z";
    static final String NOW = "2024-06-03T03:00:00Z";

    /** Ends on a birthday in March 2024. */
    private static final String LONG_AGO = "2019-06-04T02:00:00Z";

    private static final String UNDER_THE_FIRST_KEY = "2023-04-03T02:00:00Z";
    private static final String ROLL_OVER = "2024-05-01T01:00:00Z";

    private static final Map<State, RevocationReason> REASONS =
            Map.of(
                    State.KEY_COMPROMISED, RevocationReason.KEY_COMPROMISE,
                    State.CA_COMPROMISED, RevocationReason.CA_COMPROMISE,
                    State.MOVED, RevocationReason.AFFILIATION_CHANGED,
                    State.CEASED, RevocationReason.CESSATION_OF_OPERATION,
                    State.UNSPECIFIED, RevocationReason.UNSPECIFIED,
                    State.EXPIRED_REVOKED, RevocationReason.KEY_COMPROMISE);

    private final Authorities country;
    private final Authorities stranger;
    private final LegalClock clock;
    private final Random chance = new Random(4);
    private final List<Subject> people = new ArrayList<>();
    private final List<IssuingOffice> offices =
            List.of(Country.office("28201"), Country.office("47201"), Country.office("13101"));

    private Population(Authorities country, Authorities stranger, LegalClock clock) {
        this.country = country;
        this.stranger = stranger;
        this.clock = clock;
    }

    /**
     * Lives through five years of a country; the clock stands at {@link #NOW} after that.
     *
     * @param stranger with CAs of the same names
     */
    static List<Subject> of(Authorities country, Authorities stranger, LegalClock clock) {
        return new Population(country, stranger, clock).made();
    }

    private List<Subject> made() {
        clock.itIs(LONG_AGO);
        each(List.of(State.EXPIRED, State.EXPIRED_REVOKED));
        clock.itIs(UNDER_THE_FIRST_KEY);
        each(living());
        clock.itIs(ROLL_OVER);
        for (CaKind kind : CaKind.values()) {
            country.authority(kind)
                    .rollOver(
                            KeyAlgorithm.RSA_2048,
                            SerialMode.SEQUENTIAL,
                            CeremonyNotes.unattended());
        }
        each(living());
        clock.itIs(NOW);
        return List.copyOf(people);
    }

    private List<State> living() {
        List<State> states = new ArrayList<>(List.of(State.values()));
        states.removeAll(List.of(State.EXPIRED, State.EXPIRED_REVOKED));
        states.addAll(List.of(State.GOOD, State.GOOD));
        Collections.shuffle(states, chance);
        return states;
    }

    private void each(List<State> states) {
        for (CaKind kind : CaKind.values()) {
            for (State state : states) add(country.authority(kind), state);
        }
    }

    private void add(CertificationAuthority ca, State state) {
        Reservation whose = ShamPeople.somebody(offices.get(chance.nextInt(offices.size())));
        JpkiCertificate made = inState(ca, state, whose);
        byte[] der = made.der();
        if (state == State.TAMPERED) der[der.length - 10] ^= 1;
        Generation newest = ca.generations().getLast();
        people.add(
                new Subject(
                        people.size() + 1,
                        state,
                        newest,
                        made.serial(),
                        made.distributionPoint()
                                .map(point -> point.prefecture() + "_" + point.municipality())
                                .orElseThrow(),
                        der));
    }

    private JpkiCertificate inState(CertificationAuthority ca, State state, Reservation whose) {
        return switch (state) {
            case GOOD, EXPIRED, TAMPERED -> ShamPeople.active(ca, whose);
            case OF_ANOTHER_CA -> ShamPeople.active(stranger.established(ca.kind()), whose);
            case NOT_ACTIVE_YET -> ShamPeople.certified(ca, whose);
            case THROWN_AWAY -> {
                JpkiCertificate made = ShamPeople.certified(ca, whose);
                ca.discard(whose.request());
                yield made;
            }
            case KEY_COMPROMISED, CA_COMPROMISED, MOVED, CEASED, UNSPECIFIED, EXPIRED_REVOKED -> {
                JpkiCertificate made = ShamPeople.active(ca, whose);
                ca.revoke(made.serial(), REASONS.getOrDefault(state, RevocationReason.UNSPECIFIED));
                yield made;
            }
            case REPLACED -> {
                JpkiCertificate made = ShamPeople.active(ca, whose);
                ShamPeople.active(
                        ca, ShamPeople.again(whose).replacing(RevocationReason.SUPERSEDED));
                yield made;
            }
            case HELD, HELD_THEN_COMPROMISED -> {
                JpkiCertificate made = ShamPeople.active(ca, whose);
                ca.hold(made.serial());
                if (state == State.HELD_THEN_COMPROMISED) {
                    ca.revoke(made.serial(), RevocationReason.KEY_COMPROMISE);
                }
                yield made;
            }
            case LIFTED -> {
                JpkiCertificate made = ShamPeople.active(ca, whose.onPhone());
                ca.hold(made.serial());
                ca.liftHold(made.serial());
                yield made;
            }
        };
    }
}
