package org.openmyna.server.counter;

/** 支援措置: only a supervisor may go on with this case. Leads to a page that says so. */
final class HandOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Desk desk;

    HandOver(Desk desk) {
        super(null, null, false, false);
        this.desk = desk;
    }

    Desk desk() {
        return desk;
    }
}
