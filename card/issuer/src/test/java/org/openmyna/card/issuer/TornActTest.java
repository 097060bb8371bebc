package org.openmyna.card.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.authority.status.CertificateStatus;
import org.openmyna.trust.profile.CaKind;

/**
 * Power of the card is cut before chosen writes of a move, seen from the counter; the sweep over
 * every write of every command is in the room of the applications.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TornActTest {
    private static final Address KUMOJI = new Address("沖縄県那覇市泉崎九丁目９９９９番地");

    private final Town town = new Town();

    @AfterAll
    void all_is_closed() {
        town.close();
    }

    @Test
    void a_move_that_loses_power_took_place_or_did_not_and_one_signature_certificate_lives() {
        var made = SoftCard.blank(town);
        IssuedCard record = town.personalise(made);
        byte[] image = made.image();
        var whole = SoftCard.of(town, image);
        long start = whole.writes();
        IssuedCard moved = town.desk.move(whole, record, KUMOJI, Town.NAHA);
        long[] commit = {whole.commit()[0] - start, whole.commit()[1] - start};
        long end = whole.writes() - start;
        int before = 0;
        int after = 0;
        for (long cut : cuts(commit, end)) {
            // each cut begins with the same card, whose certificate of the last one is gone
            var torn = SoftCard.of(town, image);
            IssuedCard fresh = withLivingSignature(torn, record);
            byte[] begun = torn.image();
            boolean took = takesPlace(begun, fresh, cut);
            if (took) after++;
            else before++;
        }
        assertThat(before).isGreaterThan(10);
        assertThat(after).isGreaterThan(5);
        WholeCard.read(whole, moved).mustBeGenuine(town);
    }

    /** The first certificate was revoked when the card moved in full. */
    private IssuedCard withLivingSignature(SoftCard card, IssuedCard record) {
        return town.desk.renewCertificates(card, record);
    }

    private boolean takesPlace(byte[] begun, IssuedCard record, long cut) {
        long living = town.living(CaKind.SIGNATURE);
        var torn = SoftCard.of(town, begun);
        torn.cutPowerAfter(cut);
        IssuedCard known = record;
        try {
            known = town.desk.move(torn, record, KUMOJI, Town.NAHA);
        } catch (MynaException lost) {
            // without power
        }
        var again = SoftCard.of(town, torn.image());
        IssuedCard settled = town.desk.settle(again, known);
        WholeCard.read(again, settled).mustBeGenuine(town);
        assertThat(town.living(CaKind.SIGNATURE)).as("cut before write %d", cut).isEqualTo(living);
        assertThat(town.statusOf(settled.signature().orElseThrow()))
                .isEqualTo(new CertificateStatus.Good());
        boolean took = settled.holder().fourItems().address().equals(KUMOJI);
        assertThat(settled.holder().office()).isEqualTo(took ? Town.NAHA : Town.HIMEJI);
        return took;
    }

    /** Some before the commit, the first and last of it one by one, and some between. */
    private static TreeSet<Long> cuts(long[] commit, long end) {
        var cuts = new TreeSet<Long>();
        for (long cut = 0; cut < commit[0]; cut += 1 + commit[0] / 12) cuts.add(cut);
        for (long cut = commit[0]; cut < commit[1]; cut += 1 + (commit[1] - commit[0]) / 24) {
            cuts.add(cut);
        }
        for (long near = 0; near < 4; near++) {
            cuts.add(commit[0] + near);
            cuts.add(commit[1] - near);
        }
        cuts.add(end + 1);
        return cuts;
    }
}
