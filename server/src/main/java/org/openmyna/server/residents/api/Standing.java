package org.openmyna.server.residents.api;

/** What a person is to the register on a day. */
public enum Standing {
    /** Registered in a municipality. */
    RESIDENT,
    /** Left it (転出) and not yet registered elsewhere. */
    MOVED_OUT,
    /** Emigrated (国外転出); a Japanese national is kept in the koseki supplement (戸籍の附票). */
    ABROAD,
    /** Died (死亡). */
    DEAD,
    /** Removed by the municipality (職権消除), or a foreign resident whose stay ended. */
    REMOVED
}
