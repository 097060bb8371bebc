package org.openmyna.server.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmyna.card.reader.PcscReaders;
import org.openmyna.server.residents.api.ResidentId;

/** A card on the counter's reader, as far as the screens go; the tour reads a real one. */
class CardTouchTest {
    private final CounterTown town = CounterTown.shared();

    private Browser.Page touch(Browser clerk, Optional<ResidentId> holder) {
        String find = clerk.post("/cases/new", "affair", "move").address().getPath();
        town.onTheReader = () -> holder;
        return clerk.post(find.replace("/find", "/card"));
    }

    @Test
    void a_card_leads_to_its_holders_record() {
        ResidentId person = town.family("卓上").getFirst();
        Browser.Page page = touch(town.signedIn("c1-282014"), Optional.of(person));
        assertThat(page.address().getPath()).endsWith("/people/" + person.value());
        assertThat(page.html()).contains("卓上　一郎");
    }

    @Test
    void a_card_from_elsewhere_or_out_of_force_says_what_to_do() {
        ResidentId person = town.family("遠来").getFirst();
        Browser.Page far = touch(town.signedIn("c1-131016"), Optional.of(person));
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.html()).contains("この市区町村にありません").doesNotContain("遠来");
        assertThat(touch(town.signedIn("c1-282014"), Optional.empty()).html())
                .contains("href=\"#card\"", "いま有効ではありません");
    }

    @Test
    void a_protected_person_is_the_supervisors_here_too() {
        ResidentId person = town.inHiding("秘匿　試験子");
        assertThat(touch(town.signedIn("c1-282014"), Optional.of(person)).html())
                .contains("支援措置：上長へ")
                .doesNotContain("秘匿");
    }

    @Test
    void a_machine_without_a_reader_says_so() {
        Browser clerk = town.signedIn("c1-282014");
        String find = clerk.post("/cases/new", "affair", "move").address().getPath();
        town.onTheReader =
                () -> {
                    PcscReaders.connect("a reader that nobody has").close();
                    return Optional.empty();
                };
        Browser.Page page = clerk.post(find.replace("/find", "/card"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).containsPattern("MYNA-CRD-02[45]");
    }
}
