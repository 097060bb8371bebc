package org.openmyna.server.sandbox.screens;

/**
 * The PINs of every test card, as card management sets them. They are shown nowhere but in the
 * sandbox.
 *
 * @param pin four digits: login, form input, residents
 * @param password for signatures
 */
record Secrets(String pin, String password) {
    static final Secrets OF_TEST_CARDS = new Secrets("1234", "TEST1234");
}
