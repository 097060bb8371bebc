package org.openmyna.server.counter;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.openmyna.server.clock.LegalClock;
import org.openmyna.server.residents.api.ResidentService;

/**
 * What a machine with a counter gives it.
 *
 * @param tables of the schema {@code counter}
 * @param residents the counter's desk at the register: FIND, READ, RECORD, PROTECT, DEADLINES
 * @param numbers the way to a person's My Number: REVEAL
 * @param cards the way from a card on the reader to its holder's record
 * @param clock legal time
 * @param realTime the machine's time: sessions and screens do not go by the law's clock
 */
public record CounterNeeds(
        DataSource tables,
        ResidentService residents,
        NumberDoor numbers,
        CardDoor cards,
        LegalClock clock,
        InstantSource realTime) {}
