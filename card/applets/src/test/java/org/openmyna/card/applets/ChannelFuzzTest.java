package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Commands by chance inside the channel: whatever comes out of it in plain, our runtime and
 * jCardSim answer it alike, and nothing is an exception that nobody thought of.
 */
class ChannelFuzzTest {

    private static final int SESSIONS = 60 * Integer.getInteger("openmyna.test.length", 1);
    private static final int COMMANDS_A_SESSION = 40;
    private static final int[] LEVELS = {0x03, 0x13, 0x33};
    private static final String[] HEADERS = {
        "E62000", "E62000", "E62000", "E20000", "E20000", "E20000", "E20000", "2A0000", "EE0000",
        "EE0100", "CA0045", "CA00F8", "CA7F21", "470001", "F0800F", "F08001", "D80081", "CB0000"
    };
    private static final String[] NAMES = {
        "D392F000260100000001",
        "D3921000310001010408",
        "D3921000310001010402",
        "D3921000310001010401",
        "D3921000310001010100",
        "A0000001510000",
        "D392F00026"
    };
    private static final String[] FILES = {
        "0001", "0002", "0003", "0004", "0005", "000A", "0011", "0014", "0017", "0018", "001A",
        "001B", "001C", "00FF"
    };
    private static final String[] LENGTHS = {"", "00", "00", "0000", "0000", "08", "10"};

    @Test
    void both_runtimes_answer_2400_commands_alike() {
        TestCard ours = IssuerCard.inUse(Machine.OURS);
        TestCard theirs = IssuerCard.inUse(Machine.JCARDSIM);
        var chance = new Random(8_003);
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (int n = 0; n < SESSIONS; n++) {
            int level = LEVELS[n % LEVELS.length];
            Scp03Host host = Scp03Host.open(ours, level);
            Scp03Host other = Scp03Host.open(theirs, level);
            for (int m = 0; m < COMMANDS_A_SESSION; m++) {
                String header = HEADERS[chance.nextInt(HEADERS.length)];
                String data = data(header, chance);
                String le = LENGTHS[chance.nextInt(LENGTHS.length)];
                String our = host.send(ours, header, data, le);
                String their = other.send(theirs, header, data, le);
                if (!our.equals(their) || our.equals("6F00")) {
                    differences.add(header + " " + data + " " + le + ": " + our + ", " + their);
                }
                accepted += our.endsWith("9000") ? 1 : 0;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(accepted).isGreaterThan(SESSIONS * COMMANDS_A_SESSION / 10);
    }

    private static String data(String header, Random chance) {
        if (chance.nextInt(8) == 0) {
            return hex(chance, chance.nextInt(chance.nextInt(4) == 0 ? 600 : 40));
        }
        String file = FILES[chance.nextInt(FILES.length)];
        return switch (header.substring(0, 2)) {
            case "E6" -> IssuerCard.named(NAMES[chance.nextInt(NAMES.length)]);
            case "E2" ->
                    file
                            + "%04X".formatted(chance.nextInt(4) > 0 ? 0 : chance.nextInt(0x10000))
                            + (chance.nextBoolean() ? "31323334" : hex(chance, chance.nextInt(20)));
            case "2A" -> file + hex(chance, 32);
            default -> "";
        };
    }

    private static String hex(Random chance, int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return Scp03Host.hex(bytes);
    }

    @Test
    void nothing_that_a_stranger_sends_is_accepted_or_unforeseen() {
        var chance = new Random(8_004);
        OwnCard fresh = (OwnCard) IssuerCard.inUse(Machine.OURS);
        byte[] image = fresh.image();
        for (int n = 0; n < 200; n++) {
            OwnCard card = OwnCard.from(image);
            Scp03Host.open(card, 0x33);
            for (int m = 0; m < 20; m++) {
                byte[] command = new byte[4 + chance.nextInt(60)];
                chance.nextBytes(command);
                command[0] = (byte) 0x84;
                if (chance.nextInt(3) > 0 && command.length > 5) {
                    command[4] = (byte) (command.length - 5);
                }
                String answer = Scp03Host.hex(card.transmit(command));
                assertThat(answer)
                        .as("%s", Scp03Host.hex(command))
                        .isIn("6982", "6985", "6A86", "6700", "6300");
            }
        }
    }
}
