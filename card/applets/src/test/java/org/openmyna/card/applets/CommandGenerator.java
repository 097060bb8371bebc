package org.openmyna.card.applets;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/**
 * Commands by chance, from a seed: half of them as a client would send them, the rest with a wrong
 * length, a flipped byte, another coding, or no sense at all. About one PIN in three is right, so
 * that cards get locked and opened.
 */
final class CommandGenerator {

    private static final String[] NAMES = {
        "D392F000260100000001",
        "D392F000260100000001",
        "D392F000260100000001",
        "D392F00026",
        "D392",
        "A0000001510000",
        "A000000151",
        "A0",
        "D3921000310001010408",
        "D392F00026010000000102",
        "A00000030800001000"
    };
    private static final int[] FILES = {
        0x0001, 0x0002, 0x0006, 0x0008, 0x000A, 0x000B, 0x0017, 0x0018, 0x001A, 0x001B, 0x0005,
        0x0016, 0x001E, 0x3F00
    };
    private static final String[] PINS = {
        "1234", "9876", "1235", "123", "12345", "0000", "\0\0\0\0"
    };
    private static final String[] PASSWORDS = {
        "ABC123", "ZYX987654321", "ABC124", "abc123", "ABCDEF", "ABC12", "123456"
    };
    private static final int[] INSTRUCTIONS = {
        0xA4, 0x20, 0x24, 0xB0, 0xD6, 0x84, 0x88, 0x47, 0xCA, 0xF0, 0x2A, 0xAE, 0xFC, 0xC0, 0xB2,
        0x2C, 0x82, 0x50
    };

    private final Random chance;
    private final int generateOneIn;

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
            return hex("00A4020C02" + (chance.nextBoolean() ? "0017" : "001A"), "");
        }
        return switch (chance.nextInt(20)) {
            case 0, 1 -> selectName();
            case 2, 3, 4, 5 ->
                    hex("00A4020C02%04X".formatted(FILES[chance.nextInt(FILES.length)]), le(8));
            case 6, 7, 8 -> verify();
            case 9 -> hex("002000" + reference(), "");
            case 10 -> pin("002401");
            case 11, 12, 13 -> read();
            case 14 -> update();
            case 15, 16 -> sign();
            case 17 -> hex("00840000", le(1));
            case 18 ->
                    chance.nextInt(20) == 0
                            ? hex("80F0800F", "")
                            : hex("00CA%02X%02X".formatted(byteValue(), byteValue()), "00");
            default -> keyPair();
        };
    }

    private byte[] selectName() {
        String name = NAMES[chance.nextInt(4) > 0 ? 0 : chance.nextInt(NAMES.length)];
        String p2 = chance.nextInt(3) == 0 ? "00" : "0C";
        return hex("00A404" + p2 + "%02X".formatted(name.length() / 2) + name, le(3));
    }

    private byte[] verify() {
        return pin("002000");
    }

    private byte[] pin(String head) {
        String reference = reference();
        boolean pin = chance.nextInt(8) == 0 ? chance.nextBoolean() : !reference.equals("9B");
        String value = pick(pin ? PINS : PASSWORDS);
        byte[] bytes = value.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        if (chance.nextInt(12) == 0) {
            bytes = bytes(chance.nextInt(1, 20));
        }
        return hex(
                head
                        + reference()
                        + "%02X".formatted(bytes.length)
                        + HexFormat.of().formatHex(bytes),
                "");
    }

    /**
     * The first value is the right one from the start and drawn often; after a change it is the
     * second.
     */
    private String pick(String[] values) {
        return switch (chance.nextInt(12)) {
            case 0 -> values[chance.nextInt(values.length)];
            case 1 -> values[1];
            default -> values[0];
        };
    }

    private String reference() {
        return switch (chance.nextInt(8)) {
            case 0 -> "80";
            case 1, 2, 3 -> "98";
            case 4, 5 -> "9B";
            case 6 -> "%02X".formatted(0x80 | chance.nextInt(32));
            default -> "%02X".formatted(byteValue());
        };
    }

    private byte[] read() {
        String p1p2 =
                switch (chance.nextInt(4)) {
                    case 0 -> "%02X%02X".formatted(0x80 | chance.nextInt(32), byteValue());
                    case 1 -> "%04X".formatted(chance.nextInt(0x10000));
                    default -> "%04X".formatted(chance.nextInt(2100));
                };
        return hex("00B0" + p1p2, le(1));
    }

    private byte[] update() {
        byte[] data = bytes(chance.nextInt(1, chance.nextInt(5) == 0 ? 250 : 8));
        int p1p2 = chance.nextBoolean() ? 0x8800 : chance.nextInt(2100);
        return hex(
                "00D6%04X%02X".formatted(p1p2, data.length) + HexFormat.of().formatHex(data), "");
    }

    private byte[] sign() {
        int p1 = chance.nextInt(8) == 0 ? byteValue() : chance.nextInt(6);
        byte[] data = bytes(chance.nextInt(3) == 0 ? chance.nextInt(1, 250) : 32);
        String key = chance.nextInt(3) == 0 ? reference() : chance.nextBoolean() ? "97" : "9A";
        return hex(
                "802A%02X%s%02X".formatted(p1, key, data.length) + HexFormat.of().formatHex(data),
                le(1));
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
