package org.openmyna.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.calls.Desks;
import org.openmyna.server.cards.CardsConfiguration;
import org.openmyna.server.cards.api.CardService;
import org.openmyna.server.cards.api.ResidentChanged;
import org.openmyna.server.cards.api.ResidentChanged.Ends;
import org.openmyna.server.country.CardsPart;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.web.CallNotPermitted;
import org.openmyna.trust.profile.RevocationReason;

/** Card management as a part of a server: its desk has the gate that all have. */
class CardsPartTest {
    private static final List<Part> CARDS =
            List.of(new Part(Organisation.CARDS, CardsConfiguration.CONNECTIONS, CardsPart.class));

    private static Call call() {
        return new Call(UUID.randomUUID().toString(), Instant.now().plusSeconds(60));
    }

    @Test
    void the_register_tells_the_sandbox_looks_and_nobody_does_what_is_not_his() {
        try (TestCountry country = TestCountry.with(CARDS, settings -> settings)) {
            Desks<CardService> desks = country.server.desks(CardService.class);
            CardService sandbox = desks.desk(Organisation.SANDBOX);
            CardService residents = desks.desk(Organisation.RESIDENTS);
            LocalDate today = LocalDate.of(2026, 11, 23);
            assertThat(sandbox.card(call(), 1)).isEmpty();
            assertThat(sandbox.ending(call(), today, today.plusYears(20), 10)).isEmpty();
            var change =
                    new ResidentChanged(
                            ResidentRecordCode.withCheckDigit("4061026771"),
                            Ends.SIGNATURE,
                            RevocationReason.AFFILIATION_CHANGED,
                            Instant.now());
            var moved = List.of(new ResidentChanged.Named("move-1", change));
            residents.residentsChanged(call(), moved);
            assertThat(IssuerKeys.existIn(country.folder.resolve("issuer")))
                    .as("so that nobody is known to the authorities by two names")
                    .isTrue();
            assertThatThrownBy(() -> residents.make(call(), 1))
                    .isInstanceOf(CallNotPermitted.class);
            assertThatThrownBy(() -> sandbox.residentsChanged(call(), moved))
                    .isInstanceOf(CallNotPermitted.class);
            assertThatThrownBy(() -> desks.desk(Organisation.TAX).card(call(), 1))
                    .isInstanceOf(CallNotPermitted.class);
        }
    }
}
