package org.openmyna.server.sandbox.screens;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmyna.card.chip.CardName;
import org.openmyna.server.authority.api.CertificateService;
import org.openmyna.server.authority.api.CertificateState;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.MadeCard;
import org.openmyna.server.cards.api.PrintedCodes;
import org.openmyna.server.sandbox.CardNotMadeYet;
import org.openmyna.server.sandbox.SandboxCalls;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.ValidityRule;

/** The cards that visitors took: making one, looking at one, putting one on the reader. */
final class Shelf {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST = 500;
    private static final int YEARS = 40;

    private final CardService cards;
    private final CertificateService certificates;
    private final Readers readers;
    private final Work work;
    private final SandboxCalls calls;
    private final InstantSource legalTime;

    Shelf(
            CardService cards,
            CertificateService certificates,
            Readers readers,
            Work work,
            SandboxCalls calls,
            InstantSource legalTime) {
        this.cards = cards;
        this.certificates = certificates;
        this.readers = readers;
        this.work = work;
        this.calls = calls;
        this.legalTime = legalTime;
    }

    Optional<MadeCard> card(long person) {
        return cards.card(calls.once(), person);
    }

    /** What is printed on somebody's card. */
    Optional<PrintedCodes> printed(long person) {
        return cards.printed(calls.once(), person);
    }

    /** All cards that are in force, those that end first before the others. */
    List<MadeCard> all() {
        LocalDate today = day(legalTime.instant());
        return cards.ending(calls.once(), today.minusYears(YEARS), today.plusYears(YEARS), MOST);
    }

    /** Where the work on somebody's card stands. */
    Optional<Work.State> work(long person) {
        return work.of(person);
    }

    void make(long person) {
        work.begin(
                person,
                Work.Kind.MAKE,
                () -> {
                    var _ =
                            cards.make(
                                    calls.named(
                                            "take-" + person + "-" + legalTime.millis(), PATIENCE),
                                    person);
                });
    }

    void insert(long person) {
        CardName name = name(person);
        work.begin(person, Work.Kind.INSERT, () -> readers.insert(name));
    }

    void eject(long person) {
        CardName name = name(person);
        work.begin(person, Work.Kind.EJECT, () -> readers.eject(name));
    }

    Optional<String> readerOf(MadeCard card) {
        return readers.readerOf(new CardName(card.name()));
    }

    private CardName name(long person) {
        return new CardName(card(person).orElseThrow(CardNotMadeYet::new).name());
    }

    /** For login, then for signatures if the card has one. */
    List<Certificate> certificates(MadeCard card) {
        List<Certificate> all = new ArrayList<>();
        all.add(
                certificate(
                        CaKind.USER_AUTHENTICATION,
                        card.userAuthenticationSerial(),
                        card.userAuthenticationEnd()));
        card.signatureSerial()
                .ifPresent(serial ->
                        all.add(
                                certificate(
                                        CaKind.SIGNATURE,
                                        serial,
                                        card.signatureEnd().orElseThrow())));
        return all;
    }

    private Certificate certificate(CaKind ca, String serial, Instant end) {
        CertificateState told = certificates.statusOf(calls.once(), ca, serial);
        String state =
                switch (told.kind()) {
                    case GOOD -> legalTime.instant().isAfter(end) ? "ended" : "good";
                    case REVOKED -> "revoked";
                    case UNKNOWN -> "unknown";
                };
        return new Certificate(
                ca == CaKind.SIGNATURE ? "sign" : "login",
                serial,
                day(end),
                state,
                told.revokedAt().map(Shelf::day));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ValidityRule.JAPAN);
    }
}
