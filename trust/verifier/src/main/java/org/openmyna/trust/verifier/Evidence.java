package org.openmyna.trust.verifier;

import java.time.Instant;
import java.util.Map;

/**
 * One check that was made.
 *
 * @param check what was checked
 * @param passed whether it held; in a list only the last one can be false
 * @param at when it was checked, by the verifier's clock
 * @param data what it was checked on: serials, fingerprints, dates of the data (ISO 8601), names of
 *     algorithms; never a personal item
 */
public record Evidence(Check check, boolean passed, Instant at, Map<String, String> data) {
    public Evidence {
        data = Map.copyOf(data);
    }
}
