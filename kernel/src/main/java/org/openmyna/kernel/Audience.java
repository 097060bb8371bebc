package org.openmyna.kernel;

/** Who can act on an error, and therefore whom its sentence addresses. */
public enum Audience {
    CITIZEN,
    OFFICER,
    DEVELOPER,
    OPERATOR
}
