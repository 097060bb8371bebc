package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openmyna.card.chip.CardDrawer;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.chip.VirtualCard;
import org.openmyna.card.issuer.keys.IssuerKeys;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.kernel.Address;

/** What the README shows is what runs here, line by line. */
class ReadmeTest {
    @Test
    void the_example_runs() {
        try (var town = new Town();
                var pin = Town.pin();
                var password = Town.password()) {
            var directory = town.directory;
            var random = town.random;
            var signatureCa = town.signatureCa;
            var userAuthenticationCa = town.userCa;
            var pairs = town.pairs;
            var drawer = new CardDrawer(directory.resolve("cards"));
            var name = new CardName("ichiro");
            Applicant person = Town.ichiro();
            var fourItems = person.fourItems();
            var myNumber = person.myNumber();
            var recordCode = person.residentRecordCode();
            var photo = person.photo();
            var lastDay = person.cardLastDay();
            var himeji = Town.HIMEJI;
            var naha = Town.NAHA;
            var newAddress = new Address("沖縄県那覇市泉崎九丁目９９９９番地");
            // README
            try (IssuerKeys keys = IssuerKeys.establish(directory.resolve("keys"), random)) {
                var issuer = new CardIssuer(signatureCa, userAuthenticationCa, keys, random);
                var ichiro = new Applicant(fourItems, myNumber, recordCode, himeji, photo, lastDay);
                IssuedCard issued =
                        drawer.make(
                                name,
                                pairs,
                                random,
                                blank -> issuer.personalise(blank, ichiro, pin, password));
                var desk = new IssuerDesk(signatureCa, userAuthenticationCa, keys, random);
                try (VirtualCard card = drawer.open(name, pairs, random)) {
                    IssuedCard moved = desk.move(card.channel(), issued, newAddress, naha);
                    desk.unlockPin(card.channel(), PinReference.USER_AUTHENTICATION);
                    // README
                    assertThat(moved.holder().office()).isEqualTo(naha);
                }
            }
        }
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        Path source = Path.of("src/test/java/org/openmyna/card/issuer/ReadmeTest.java");
        String readme = tight(Files.readString(Path.of("README.md")));
        String shown = Files.readString(source).split(" // README\n")[1];
        assertThat(shown).isNotBlank();
        assertThat(readme).contains(tight(shown));
    }

    /** Line breaks are the formatter's affair. */
    private static String tight(String text) {
        return text.replaceAll("\\s+", "");
    }
}
