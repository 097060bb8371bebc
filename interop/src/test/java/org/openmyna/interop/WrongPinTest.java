package org.openmyna.interop;

import static org.openmyna.interop.OutsideProgram.PKCS11_TOOL;
import static org.openmyna.interop.OutsideProgram.PKCS15_TOOL;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What OpenSC says while wrong PINs are typed until the PIN is locked, and after that (card
 * reference 4.2, 7.3, 7.6). The card locks with 6984; an empty VERIFY keeps answering 63 C0, else
 * OpenSC would refuse the whole card.
 */
class WrongPinTest {
    @RegisterExtension final CardInReader reader = new CardInReader();

    enum Secret {
        USER_AUTHENTICATION_PIN(1, 3, Country.PIN, "9999"),
        SIGNATURE_PASSWORD(2, 5, Country.PASSWORD, "WRONG99");

        final int id;
        final int tries;
        final String right;
        final String wrong;

        Secret(int id, int tries, String right, String wrong) {
            this.id = id;
            this.tries = tries;
            this.right = right;
            this.wrong = wrong;
        }

        Secret other() {
            return this == SIGNATURE_PASSWORD ? USER_AUTHENTICATION_PIN : SIGNATURE_PASSWORD;
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_wrong_try_counts_until_the_pin_is_locked_and_the_other_stays_open(Secret secret) {
        for (int left = secret.tries - 1; left >= 0; left--) {
            verify(secret, secret.wrong).fails().says("PIN code or key incorrect");
            triesLeft(secret, left);
        }
        verify(secret, secret.right).fails().says("Reference data not usable");
        triesLeft(secret, 0);

        triesLeft(secret.other(), secret.other().tries);
        verify(secret.other(), secret.other().right).succeeds();
    }

    @ParameterizedTest
    @EnumSource
    void the_right_pin_gives_all_tries_back(Secret secret) {
        verify(secret, secret.wrong).fails();
        triesLeft(secret, secret.tries - 1);
        verify(secret, secret.right).succeeds();
        triesLeft(secret, secret.tries);
    }

    @ParameterizedTest
    @EnumSource
    void a_pkcs11_program_is_told_of_the_final_try_and_of_the_lock(Secret secret) {
        for (int left = secret.tries - 1; left >= 0; left--) {
            login(secret, secret.wrong).fails().says("C_Login failed: rv = CKR_PIN_INCORRECT");
            Run slots = PKCS11_TOOL.run("-L").succeeds();
            switch (left) {
                case 0 -> slots.says("user PIN locked");
                case 1 -> slots.says("final user PIN try").doesNotSay("user PIN locked");
                default -> slots.doesNotSay("final user PIN try").doesNotSay("user PIN locked");
            }
        }
        login(secret, secret.right).fails().says("C_Login failed: rv = CKR_GENERAL_ERROR");
        login(secret.other(), secret.other().right).succeeds();
    }

    @ParameterizedTest
    @EnumSource
    void a_locked_pin_leaves_the_rest_of_the_card_readable(Secret secret) {
        for (int spent = 0; spent < secret.tries; spent++) {
            verify(secret, secret.wrong).fails();
        }
        PKCS15_TOOL
                .run("--dump")
                .succeeds()
                .says("[User Authentication Certificate]", "[Digital Signature Certificate CA]");
        PKCS15_TOOL.run("--read-certificate", "1").succeeds().says("BEGIN CERTIFICATE");
    }

    private static Run verify(Secret secret, String pin) {
        return PKCS15_TOOL.run("--verify-pin", "--auth-id", secret.id, "--pin", pin);
    }

    private static Run login(Secret secret, String pin) {
        return PKCS11_TOOL.run("-O", "--slot-index", secret.id - 1, "--login", "--pin", pin);
    }

    private static void triesLeft(Secret secret, int left) {
        String name =
                secret == Secret.SIGNATURE_PASSWORD
                        ? "PIN [Digital Signature PIN]"
                        : "PIN [User Authentication PIN]";
        PKCS15_TOOL
                .run("--list-pins")
                .succeeds()
                .part(name, "\n\n")
                .says("Tries left     : " + left);
    }
}
