package org.openmyna.card.javacard;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openmyna.card.javacard.specimen.ClerkApplet;
import org.openmyna.card.javacard.specimen.PurseApplet;
import org.openmyna.card.javacard.specimen.WorkbenchApplet;
import org.openmyna.card.nvm.CardMemory;

/** Cards for the tests. */
final class Specimen {
    static final byte[] CLERK = HexFormat.of().parseHex("F0000000010A01");
    static final byte[] PURSE = HexFormat.of().parseHex("F0000000010A02");
    static final byte[] WORKBENCH = HexFormat.of().parseHex("F2000000010A01");
    static final int IMAGE_BYTES = 24 * 1024;

    private Specimen() {}

    static List<AppletModule> modules() {
        return List.of(
                new AppletModule(CLERK, ClerkApplet.class, new byte[0]),
                new AppletModule(PURSE, PurseApplet.class, new byte[] {3}),
                new AppletModule(WORKBENCH, WorkbenchApplet.class, new byte[0]));
    }

    /** Ready pairs, given in turn from the first: tests need fixed keys, and fast ones. */
    static Host host() {
        int[] given = {0};
        return new Host(
                bits -> Pairs.READY.get(given[0]++ % Pairs.READY.size()),
                new SecureRandom(),
                Optional.empty());
    }

    static Card card() {
        CardMemory memory = CardMemory.inMemory(IMAGE_BYTES);
        Card card = new Card(memory, CardRuntime.install(memory, modules(), host()));
        card.select(PURSE);
        return card;
    }

    /** Made once, and only in a process that asks for them. */
    private static final class Pairs {
        static final List<KeyPair> READY = List.of(pair(), pair());
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A memory and the card that runs on it. */
    record Card(CardMemory memory, CardRuntime runtime) {
        /** The answer in hexadecimal digits, the status word last. */
        String send(String command) {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(runtime.transmit(HexFormat.of().parseHex(command.replace(" ", ""))));
        }

        /** CLA 80, P1 and P2 zero, no Le. */
        String send(byte ins, byte... data) {
            byte[] command = new byte[data.length == 0 ? 4 : 5 + data.length];
            command[0] = (byte) 0x80;
            command[1] = ins;
            if (data.length > 0) {
                command[4] = (byte) data.length;
                System.arraycopy(data, 0, command, 5, data.length);
            }
            return HexFormat.of().withUpperCase().formatHex(runtime.transmit(command));
        }

        String select(byte[] name) {
            return send("00A4040C%02X%s".formatted(name.length, HexFormat.of().formatHex(name)));
        }

        /** Power on again from the bytes as they are. */
        Card again() {
            return again(Optional.empty());
        }

        Card again(Optional<Provider> accelerator) {
            memory.restorePower();
            Host host = new Host(host().keys(), new SecureRandom(), accelerator);
            Card card = new Card(memory, CardRuntime.powerOn(memory, modules(), host));
            card.select(PURSE);
            return card;
        }

        byte[] heap() {
            byte[] image = memory.copy();
            return Arrays.copyOfRange(image, 64 + 8192, image.length);
        }
    }
}
