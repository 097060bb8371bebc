package org.openmyna.server.residents.api;

import org.openmyna.server.residents.RelationshipMalformed;

/**
 * Relationship to the householder (続柄): 世帯主, 妻, 夫, 子, 子の妻, 母, 同居人, 縁故者 …
 *
 * @param text 1 to 20 characters
 */
public record Relationship(String text) {
    public static final Relationship HOUSEHOLDER = new Relationship("世帯主");

    private static final int MOST = 20;

    /**
     * @throws RelationshipMalformed if it is empty or too long (MYNA-RES-001)
     */
    public Relationship {
        text = text.strip();
        if (text.isEmpty() || text.length() > MOST) throw new RelationshipMalformed();
    }

    public boolean isHouseholder() {
        return equals(HOUSEHOLDER);
    }
}
