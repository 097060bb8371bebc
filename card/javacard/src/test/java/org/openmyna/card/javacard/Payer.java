package org.openmyna.card.javacard;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.openmyna.card.javacard.specimen.PurseApplet;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.CardMemory.Durability;

/**
 * The process that is killed: pays from a card file, says so once a first payment is done, and goes
 * on. After {@link #ENOUGH} it only looks, so that the purse of all kills together does not run
 * round.
 */
final class Payer {
    private static final int ENOUGH = 300;

    private Payer() {}

    public static void main(String[] arguments) throws IOException {
        CardMemory memory = CardMemory.mapped(Path.of(arguments[0]), Durability.PROCESS_LOSS);
        Host host =
                new Host(
                        bits -> {
                            throw new IllegalStateException("The payer makes no keys.");
                        },
                        new SecureRandom(),
                        Optional.empty());
        CardRuntime card = CardRuntime.powerOn(memory, Specimen.modules(), host);
        card.transmit(new byte[] {0, (byte) 0xA4, 4, 0x0C, 5, (byte) 0xF0, 0, 0, 0, 1});
        card.transmit(new byte[] {0, (byte) 0xA4, 4, 0x0E, 5, (byte) 0xF0, 0, 0, 0, 1});
        byte[] pay = new byte[125];
        pay[0] = (byte) 0x80;
        pay[1] = PurseApplet.PAY;
        pay[4] = 120;
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        for (int n = 0; n < ENOUGH; n++) {
            Arrays.fill(pay, 5, 125, (byte) n);
            card.transmit(pay);
            if (n == 0) {
                out.println("paying");
            }
        }
        byte[] look = {(byte) 0x80, PurseApplet.STATE, 0, 0, 0};
        while (true) {
            card.transmit(look);
        }
    }
}
