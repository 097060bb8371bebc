package org.openmyna.server.numbers;

/** What numbers are made for; a database keeps the mode that it was begun with. */
public enum NumberMode {
    /** All begin with 9, then ten digits of the record code encrypted, then the check digit. */
    SANDBOX,
    /** All eleven digits come from the encryption. */
    PRODUCTION
}
