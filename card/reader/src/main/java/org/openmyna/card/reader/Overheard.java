package org.openmyna.card.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;

/**
 * What a listener knows about the state of a card from the conversation alone: which application
 * and file are current. In doubt it knows nothing, and then nothing is shown.
 */
final class Overheard {
    /** What a command speaks to; empty where that is not known. */
    record Target(Optional<CardApplication> application, Optional<CardFile> file) {
        static final Target NOBODY = new Target(Optional.empty(), Optional.empty());

        private static Target of(CardApplication application) {
            return new Target(Optional.of(application), Optional.empty());
        }
    }

    private Target current = Target.of(CardApplication.ISSUER_SECURITY_DOMAIN);

    /** What a command will speak to, before it is sent. */
    Target target(CommandApdu command) {
        if (CommandKind.of(command) == CommandKind.SELECT) return selected(command);
        OptionalInt shortId = CommandKind.shortId(command);
        return shortId.isPresent() ? withFile(shortId.getAsInt()) : current;
    }

    /** Takes notice of the answer. */
    void heard(CommandApdu command, Target target, ResponseApdu answer) {
        int sw1 = answer.statusWord().value() >> 8;
        boolean worked = answer.isOk() || sw1 == 0x61 || sw1 == 0x62;
        if (CommandKind.of(command) == CommandKind.SELECT) {
            // a refused SELECT of an application leaves the one before; of a file, nobody knows
            if (worked) current = target;
            else if (command.p1() != 0x04) current = new Target(current.application, noFile());
        } else if (worked) {
            current = target;
        }
    }

    /** The card was reset or pulled. */
    void forget() {
        current = Target.of(CardApplication.ISSUER_SECURITY_DOMAIN);
    }

    private Target selected(CommandApdu command) {
        byte[] name = command.data();
        if (command.cla() != 0x00) return Target.NOBODY;
        return switch (command.p1()) {
            case 0x04 -> byName(name, command.p2());
            case 0x02 ->
                    name.length == 2
                            ? withFile(((name[0] & 0xFF) << 8) | (name[1] & 0xFF))
                            : new Target(current.application, noFile());
            default -> Target.NOBODY;
        };
    }

    /** A partial name may be any application with that beginning. */
    private static Target byName(byte[] name, int p2) {
        if (p2 != 0x00 && p2 != 0x0C) return Target.NOBODY;
        List<CardApplication> candidates =
                Arrays.stream(CardApplication.values())
                        .filter(each -> startsWith(each.aid(), name))
                        .toList();
        return candidates.size() == 1 ? Target.of(candidates.getFirst()) : Target.NOBODY;
    }

    private static boolean startsWith(byte[] aid, byte[] name) {
        return name.length <= aid.length
                && Arrays.equals(aid, 0, name.length, name, 0, name.length);
    }

    private Target withFile(int id) {
        return new Target(
                current.application,
                current.application.flatMap(application -> CardFile.of(application, id)));
    }

    private static Optional<CardFile> noFile() {
        return Optional.empty();
    }
}
