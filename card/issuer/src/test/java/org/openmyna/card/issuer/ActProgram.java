package org.openmyna.card.issuer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.SecurityCode;
import org.openmyna.trust.profile.JpkiCertificate;

/** A counter that is killed in the middle of a move: it ends itself without any clean-up. */
final class ActProgram {
    static final Address KUMOJI = new Address("沖縄県那覇市泉崎九丁目９９９９番地");

    /** Where the program dies. */
    enum Death {
        WITH_DRAFTS,
        WITH_A_CERTIFICATE_THAT_NOBODY_KNOWS,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private ActProgram() {}

    /** Directory of the town, name of the card, death, database. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        var name = new CardName(arguments[1]);
        var death = Death.valueOf(arguments[2]);
        var town = new Town(directory, arguments[3]);
        IssuedCard record = read(directory.resolve(arguments[1]));
        var drawer = new CardDrawer(directory.resolve("cards"));
        try (VirtualCard card = drawer.open(name, town.pairs, town.random)) {
            town.desk.move(new Deadly(card.channel(), death), record, KUMOJI, Town.NAHA);
        }
    }

    static void write(Path file, IssuedCard record) throws IOException {
        Files.write(
                file.resolveSibling(file.getFileName() + ".user"),
                record.userAuthentication().der());
        Files.write(
                file.resolveSibling(file.getFileName() + ".signature"),
                record.signature().orElseThrow().der());
        Files.write(file, List.of(record.number().serial(), record.securityCode().digits()));
    }

    private static IssuedCard read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new IssuedCard(
                Town.ichiro(),
                new CardNumber(lines.get(0)),
                new SecurityCode(lines.get(1)),
                certificate(file, ".user"),
                Optional.of(certificate(file, ".signature")),
                List.of());
    }

    private static JpkiCertificate certificate(Path file, String suffix) throws IOException {
        return JpkiCertificate.parse(
                Files.readAllBytes(file.resolveSibling(file.getFileName() + suffix)));
    }

    private static final class Deadly implements CardChannel {
        private final CardChannel card;
        private final Death death;
        private boolean proved;
        private int stored;

        Deadly(CardChannel card, Death death) {
            this.card = card;
            this.death = death;
        }

        @Override
        public ResponseApdu transmit(CommandApdu command) {
            boolean store = command.ins() == 0xE2;
            boolean commit = command.ins() == 0xEE;
            if (command.ins() == 0x2A) proved = true;
            if (store) stored++;
            if (death == Death.WITH_DRAFTS && stored == 5) die();
            if (death == Death.WITH_A_CERTIFICATE_THAT_NOBODY_KNOWS && store && proved) die();
            if (death == Death.BEFORE_THE_COMMIT && commit) die();
            ResponseApdu answer = card.transmit(command);
            if (death == Death.AFTER_THE_COMMIT && commit) die();
            return answer;
        }

        private static void die() {
            Runtime.getRuntime().halt(9);
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public void close() {
            card.close();
        }
    }
}
