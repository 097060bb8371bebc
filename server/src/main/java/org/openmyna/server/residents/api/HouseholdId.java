package org.openmyna.server.residents.api;

/**
 * A household (世帯) within the register.
 *
 * @param value positive
 */
public record HouseholdId(long value) {
    public HouseholdId {
        if (value <= 0) throw new IllegalArgumentException("a household's id is positive");
    }
}
