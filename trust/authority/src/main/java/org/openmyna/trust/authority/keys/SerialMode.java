package org.openmyna.trust.authority.keys;

/** How a generation numbers what it issues (reference 2.3). */
public enum SerialMode {
    /** One rising counter for all generations of a CA, as JPKI does: gaps occur, doubles never. */
    SEQUENTIAL,
    /** 128 bits drawn by chance for each certificate. */
    RANDOM
}
