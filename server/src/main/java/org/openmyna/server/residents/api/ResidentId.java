package org.openmyna.server.residents.api;

/**
 * A person within the register, for programs: it never changes and says nothing about the person.
 *
 * @param value positive
 */
public record ResidentId(long value) {
    public ResidentId {
        if (value <= 0) throw new IllegalArgumentException("a resident's id is positive");
    }
}
