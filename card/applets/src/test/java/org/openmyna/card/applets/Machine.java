package org.openmyna.card.applets;

import org.openmyna.card.applets.specimen.StandInDomain;

/** The runtimes on which the applets are tried. */
enum Machine {
    OURS {
        @Override
        TestCard blank() {
            return OwnCard.blank();
        }

        @Override
        TestCard personalised() {
            return OwnCard.personalised();
        }

        @Override
        TestCard withStandIn() {
            return OwnCard.blank(StandInDomain.class);
        }

        @Override
        Beginning beginnings(boolean blank, int wrongGuesses) {
            OwnCard card = OwnCard.blank();
            withPins(card, blank, wrongGuesses);
            byte[] image = card.image();
            return () -> {
                OwnCard copy = OwnCard.from(image);
                copy.send(TestCard.SELECT_JPKI);
                return copy;
            };
        }
    },
    JCARDSIM {
        @Override
        TestCard blank() {
            return JCardSim.blank();
        }

        @Override
        TestCard withStandIn() {
            return JCardSim.blank("specimen.StandInDomain");
        }

        @Override
        Beginning beginnings(boolean blank, int wrongGuesses) {
            return () -> withPins(JCardSim.blank(), blank, wrongGuesses);
        }
    };

    /** Makes cards that are all in the same state. */
    interface Beginning {
        TestCard card();
    }

    /** Fresh from the factory, the issuer security domain current. */
    abstract TestCard blank();

    /** The same, with {@link StandInDomain} in the place of the issuer security domain. */
    abstract TestCard withStandIn();

    /** PINs set, after some wrong guesses at each; the JPKI application current. */
    abstract Beginning beginnings(boolean blank, int wrongGuesses);

    /** In the hands of its holder: PIN 1234, password ABC123; the JPKI application current. */
    TestCard personalised() {
        return Personalisation.personalise(blank(), false);
    }

    /** The same, with both keys. */
    TestCard personalisedWithKeys() {
        return Personalisation.personalise(blank(), true);
    }

    boolean isFast() {
        return this == OURS;
    }

    private static TestCard withPins(TestCard card, boolean blank, int wrongGuesses) {
        Personalisation.accepted(card, TestCard.SELECT_JPKI);
        Personalisation.accepted(
                card, "0024019804" + TestCard.PIN, "0024019B06" + TestCard.PASSWORD);
        for (int n = 0; n < wrongGuesses; n++) {
            card.send("00200098" + "0130");
            card.send("0020009B" + "0130");
        }
        if (!blank) {
            Personalisation.close(card);
        }
        return card;
    }
}
