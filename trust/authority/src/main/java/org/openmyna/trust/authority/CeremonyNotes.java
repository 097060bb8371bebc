package org.openmyna.trust.authority;

import java.util.List;

/**
 * What a transcript tells about the people at a key ceremony (鍵生成の式).
 *
 * @param officers who carry it out
 * @param witnesses who see it
 */
public record CeremonyNotes(String place, List<String> officers, List<String> witnesses) {
    public CeremonyNotes {
        officers = List.copyOf(officers);
        witnesses = List.copyOf(witnesses);
    }

    /** Nobody was there: an authority for tests, on one's own machine. */
    public static CeremonyNotes unattended() {
        return new CeremonyNotes("この計算機・this machine (TEST 試験用)", List.of(), List.of());
    }
}
