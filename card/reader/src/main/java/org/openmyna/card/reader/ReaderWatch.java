package org.openmyna.card.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what is seen from time to time into what happened in between. */
final class ReaderWatch {
    private Map<String, Boolean> seen = new LinkedHashMap<>();
    private boolean lost;

    /** PC/SC answered. */
    List<CardEvent> see(List<PcscReaders.Reader> readers) {
        var now = new LinkedHashMap<String, Boolean>();
        for (PcscReaders.Reader reader : readers) now.put(reader.name(), reader.cardPresent());
        var events = new ArrayList<CardEvent>();
        if (lost) events.add(new CardEvent.ReadersBack());
        lost = false;
        events.addAll(changes(now));
        seen = now;
        return events;
    }

    /** PC/SC did not answer. Said once. */
    List<CardEvent> lose(String why) {
        if (lost) return List.of();
        lost = true;
        List<CardEvent> events = new ArrayList<>(changes(Map.of()));
        events.add(new CardEvent.ReadersLost(why));
        seen = new LinkedHashMap<>();
        return events;
    }

    private List<CardEvent> changes(Map<String, Boolean> now) {
        var events = new ArrayList<CardEvent>();
        seen.forEach((reader, held) -> {
            if (held && !now.getOrDefault(reader, false)) {
                events.add(new CardEvent.CardRemoved(reader));
            }
            if (!now.containsKey(reader)) events.add(new CardEvent.ReaderRemoved(reader));
        });
        now.forEach((reader, holds) -> {
            if (!seen.containsKey(reader)) events.add(new CardEvent.ReaderAdded(reader));
            if (holds && !seen.getOrDefault(reader, false)) {
                events.add(new CardEvent.CardInserted(reader));
            }
        });
        return events;
    }
}
