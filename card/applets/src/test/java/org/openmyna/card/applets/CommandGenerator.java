package org.openmyna.card.applets;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Commands by chance, from a seed: half of them as a client would send them, the rest with a wrong
 * length, a flipped byte, another coding, or no sense at all. About one PIN in three is right, so
 * that cards get locked and opened.
 */
final class CommandGenerator {

    private static final String[] NAMES = {
        "D392F00026",
        "D392100031",
        "D392",
        "A0000001510000",
        "A000000151",
        "A0",
        "D3921000310001010403",
        "D392F00026010000000102",
        "A00000030800001000"
    };
    private static final int[] FOREIGN_FILES = {0x0005, 0x0016, 0x001E, 0x0009, 0x3F00, 0x2F10};
    private static final String[] WRONG_VALUES = {
        "31323335", "313233", "3132333435", "30303030", "00000000", "414243", "616263313233"
    };
    private static final int[] INSTRUCTIONS = {
        0xA4, 0x20, 0x24, 0xB0, 0xD6, 0x84, 0x88, 0x47, 0xCA, 0xF0, 0x2A, 0xAE, 0xFC, 0xC0, 0xB2,
        0x2C, 0x82, 0x50, 0x32, 0xDC, 0x52, 0x54, 0x8A, 0x06
    };

    private final Random chance;
    private final int generateOneIn;

    /** The application that was selected last, as far as the generator knows. */
    private CardMap here = CardMap.JPKI;

    /** Key pairs are made about once in {@code generateOneIn} commands. */
    CommandGenerator(long seed, int generateOneIn) {
        this.chance = new Random(seed);
        this.generateOneIn = generateOneIn;
    }

    byte[] next() {
        int kind = chance.nextInt(10);
        if (kind < 5) {
            return sensible();
        }
        return switch (kind) {
            case 5 -> flipped(sensible());
            case 6 -> resized(sensible());
            case 7 -> withParameters(sensible());
            case 8 -> header(bytes(chance.nextInt(20)));
            default -> chance.nextInt(4) == 0 ? bytes(chance.nextInt(300)) : extended(sensible());
        };
    }

    private byte[] sensible() {
        if (chance.nextInt(generateOneIn) == 0) {
            return hex("00A4020C02%04X".formatted(any(here.keys)), "");
        }
        return switch (chance.nextInt(24)) {
            case 0, 1 -> selectName();
            case 2, 3, 4, 5 -> hex("00A4020C02%04X".formatted(file()), le(8));
            case 6, 7, 8, 9 -> reference("002000");
            case 10 -> hex("002000" + shortId(), "");
            case 11 -> reference("002401");
            case 12 -> reference("803200");
            case 13, 14, 15 -> read();
            case 16 -> readRecord();
            case 17 -> update();
            case 18, 19, 20 -> sign();
            case 21 -> hex("00840000", le(1));
            case 22 -> rare();
            default -> keyPair();
        };
    }

    private int any(List<Integer> places) {
        return places.get(chance.nextInt(places.size()));
    }

    private int file() {
        return chance.nextInt(8) == 0
                ? FOREIGN_FILES[chance.nextInt(FOREIGN_FILES.length)]
                : any(here.files);
    }

    private byte[] selectName() {
        String name = NAMES[chance.nextInt(NAMES.length)];
        if (chance.nextInt(4) > 0) {
            here = CardMap.values()[chance.nextInt(CardMap.values().length)];
            name = here.aid;
        }
        String p2 =
                switch (chance.nextInt(6)) {
                    case 0 -> "00";
                    case 1 -> chance.nextBoolean() ? "02" : "0E";
                    default -> "0C";
                };
        return hex("00A404" + p2 + "%02X".formatted(name.length() / 2) + name, le(3));
    }

    /**
     * The first value is the right one from the start and drawn often; after a change it is the
     * second.
     */
    private byte[] reference(String head) {
        Reference reference = here.references.get(chance.nextInt(here.references.size()));
        String value =
                switch (chance.nextInt(12)) {
                    case 0 -> WRONG_VALUES[chance.nextInt(WRONG_VALUES.length)];
                    case 1 -> reference.other;
                    default -> reference.value;
                };
        if (chance.nextInt(12) == 0) {
            value = HexFormat.of().formatHex(bytes(chance.nextInt(1, 20)));
        }
        String place = chance.nextInt(6) == 0 ? shortId() : "%02X".formatted(0x80 | reference.file);
        return hex(head + place + "%02X".formatted(value.length() / 2) + value, "");
    }

    private String shortId() {
        return switch (chance.nextInt(5)) {
            case 0 -> "80";
            case 1, 2 -> "%02X".formatted(0x80 | any(here.files));
            case 3 -> "%02X".formatted(0x80 | chance.nextInt(32));
            default -> "%02X".formatted(byteValue());
        };
    }

    private byte[] read() {
        String p1p2 =
                switch (chance.nextInt(4)) {
                    case 0 -> shortId() + "%02X".formatted(byteValue());
                    case 1 -> "%04X".formatted(chance.nextInt(0x10000));
                    default -> "%04X".formatted(chance.nextInt(2100));
                };
        return hex("00B0" + p1p2, le(1));
    }

    private byte[] readRecord() {
        int file = chance.nextInt(3) == 0 ? 0 : any(here.files);
        int form = chance.nextInt(6) == 0 ? chance.nextInt(8) : 4 + chance.nextInt(2);
        int number = chance.nextInt(3) == 0 ? byteValue() : 1;
        return hex("00B2%02X%02X".formatted(number, (file & 0x1F) << 3 | form), le(1));
    }

    private byte[] update() {
        if (chance.nextInt(4) == 0) {
            byte[] record = bytes(chance.nextBoolean() ? 16 : 30);
            int file = chance.nextInt(3);
            return hex(
                    "00DC01%02X%02X".formatted(file << 3 | 4, record.length)
                            + HexFormat.of().formatHex(record),
                    "");
        }
        byte[] data = bytes(chance.nextInt(1, chance.nextInt(5) == 0 ? 250 : 8));
        String p1p2 =
                chance.nextBoolean() ? shortId() + "00" : "%04X".formatted(chance.nextInt(2100));
        return hex(
                "00D6" + p1p2 + "%02X".formatted(data.length) + HexFormat.of().formatHex(data), "");
    }

    private byte[] sign() {
        int p1 = chance.nextInt(8) == 0 ? byteValue() : chance.nextInt(6);
        byte[] data = bytes(chance.nextInt(3) == 0 ? chance.nextInt(1, 250) : 32);
        String key =
                switch (chance.nextInt(6)) {
                    case 0 -> shortId();
                    case 1 -> "00";
                    default -> "%02X".formatted(0x80 | any(here.keys));
                };
        String head = chance.nextInt(5) == 0 ? "008800" : "802A%02X".formatted(p1);
        return hex(
                head + key + "%02X".formatted(data.length) + HexFormat.of().formatHex(data), le(1));
    }

    private byte[] rare() {
        return switch (chance.nextInt(5)) {
            case 0 -> hex(chance.nextInt(20) == 0 ? "80F0800F" : "80F00000", "");
            case 1 -> hex("00CA%02X%02X".formatted(byteValue(), byteValue()), "00");
            case 2 -> hex("80AE0000000100" + HexFormat.of().formatHex(bytes(256)), "");
            case 3 -> hex("80%02X0080".formatted(0x50 + 2 * chance.nextInt(3)), "");
            default -> protectedByChance();
        };
    }

    /** Secure messaging, well-formed or nearly; there may be no session for it. */
    private byte[] protectedByChance() {
        boolean reads = chance.nextBoolean();
        String object =
                reads
                        ? "960300%04X".formatted(chance.nextInt(0x400))
                        : "861101" + HexFormat.of().formatHex(bytes(16));
        String head = reads ? "08B0" + shortId() + "00" : "08200" + "0" + shortId();
        return hex(head + "%02X".formatted(object.length() / 2) + object, reads ? "00" : "");
    }

    private byte[] keyPair() {
        if (chance.nextInt(generateOneIn) == 0) {
            return hex("00470000", "000000");
        }
        return hex(chance.nextBoolean() ? "00470100" : "0047020000", "000000");
    }

    private byte[] flipped(byte[] command) {
        command[chance.nextInt(command.length)] ^= (byte) (1 << chance.nextInt(8));
        return isGeneration(command) ? header(command) : command;
    }

    private byte[] resized(byte[] command) {
        return Arrays.copyOf(command, chance.nextInt(command.length + 4));
    }

    private byte[] withParameters(byte[] command) {
        command[chance.nextInt(4)] = (byte) byteValue();
        return isGeneration(command) ? header(command) : command;
    }

    private byte[] header(byte[] command) {
        byte[] whole = Arrays.copyOf(command, Math.max(command.length, 4 + chance.nextInt(2)));
        whole[0] = (byte) (chance.nextInt(4) > 0 ? chance.nextInt(2) * 0x80 : byteValue());
        whole[1] = (byte) INSTRUCTIONS[chance.nextInt(INSTRUCTIONS.length)];
        return isGeneration(whole) ? new byte[] {0x00, 0x47, 0x7F, 0x00} : whole;
    }

    /** Key pairs cost time: they are made where {@link #keyPair} wants them, not by accident. */
    private static boolean isGeneration(byte[] command) {
        return command.length >= 4 && command[1] == 0x47 && command[2] == 0;
    }

    /** A short command in extended coding. */
    private byte[] extended(byte[] command) {
        if (command.length < 6 || command[4] == 0) {
            return command;
        }
        int length = command[4] & 0xFF;
        int le = command.length - 5 - length;
        byte[] whole = new byte[7 + length + (le > 0 ? 2 : 0)];
        System.arraycopy(command, 0, whole, 0, 4);
        whole[6] = command[4];
        System.arraycopy(command, 5, whole, 7, Math.min(length, command.length - 5));
        return whole;
    }

    /** An Le, once in so many commands. */
    private String le(int presentOneIn) {
        if (chance.nextInt(presentOneIn) > 0) {
            return "";
        }
        return switch (chance.nextInt(6)) {
            case 0 -> "%02X".formatted(byteValue());
            case 1 -> "";
            default -> "00";
        };
    }

    private int byteValue() {
        return chance.nextInt(256);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hex(String command, String le) {
        return HexFormat.of().parseHex(command + le);
    }
}
