package org.openmyna.server.counter;

import java.time.Instant;

/**
 * A case: everything that is done for one visitor, under one number.
 *
 * @param number such as 28201-000123
 * @param officer id of who opened it
 * @param affair id in the dated table
 * @param openedOn legal time
 */
record CaseFile(
        String number, String municipality, String officer, String affair, Instant openedOn) {
    String path(String rest) {
        return "/cases/" + number + rest;
    }
}
