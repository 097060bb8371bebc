package org.openmyna.server.counter;

import org.openmyna.kernel.MunicipalityCode;

/**
 * A municipality with a counter.
 *
 * @param english its name in Latin letters
 */
record Office(MunicipalityCode code, String name, String english) {
    /** In the language of a page. */
    String name(boolean inEnglish) {
        return inEnglish ? english : name;
    }
}
