package org.openmyna.interop;

/** By what a validator is told who was revoked. */
enum Means {
    FULL_LIST,
    LIST_OF_THE_PLACE,
    OCSP;

    boolean accepts(Subject.State state) {
        return this == OCSP ? state.acceptedByOcsp : state.acceptedByList;
    }
}
