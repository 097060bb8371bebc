package org.openmyna.card.applets;

/** The runtimes on which the applets are tried. */
enum Machine {
    JCARDSIM {
        @Override
        TestCard blank() {
            return JCardSim.blank();
        }
    };

    /** Fresh from the factory, the issuer security domain current. */
    abstract TestCard blank();

    /** In the hands of its holder: PIN 1234, password ABC123; the JPKI application current. */
    TestCard personalised() {
        return Personalisation.personalise(blank());
    }
}
