package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.Personalisation.accepted;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.openmyna.card.applets.specimen.StandInDomain;

/** The issuer's door under power cuts: each file old or new, all files of one act together. */
class DraftTearTest {

    private static final String TURN_TO_FORM = "80E600000AD3921000310001010408";
    private static final String TURN_TO_JPKI = "80E600000AD392F000260100000001";
    private static final String STORE_ITEMS = "80E2000007" + "0002" + "0000" + "AABBCC";
    private static final String STORE_MORE_ITEMS = "80E2000006" + "0002" + "0003" + "DDEE";
    private static final String STORE_INTEGRITY = "80E2000005" + "0003" + "0000" + "77";
    private static final String GENERATE = "80470000000002" + "0017" + "0000";

    /** The same without the public key in the answer. */
    private static final String GENERATE_AND_FORGET = "80480000020017";

    private static final String ADOPT = "80EE0100";
    private static final String DISCARD = "80E40000";
    private static final String OLD = PersonalFiles.FOUR_ITEMS.substring(0, 12);
    private static final String ERASED = "FFFFFFFFFFFF";

    private static final OwnCard START = start();

    private static OwnCard start() {
        OwnCard card = OwnCard.blank(StandInDomain.class);
        accepted(card, TestCard.SELECT_JPKI, "0024019804" + TestCard.PIN);
        Personalisation.makeKey(card, "0017");
        PersonalFiles.write(card);
        accepted(card, TestCard.SELECT_ISD, "80F0000F", TURN_TO_FORM);
        return card;
    }

    /**
     * Beginning of the four items and first octet of the integrity record, as anybody sees them.
     */
    private static String contents(OwnCard card) {
        accepted(card, TestCard.SELECT_FORM_INPUT, "0020009104" + TestCard.PIN);
        return card.send("00B0820006").substring(0, 12) + card.send("00B0830001").substring(0, 2);
    }

    private static boolean hasDraft(OwnCard card) {
        accepted(card, TestCard.SELECT_ISD);
        return card.send("80DA0000").equals("6281");
    }

    /** What would be seen if the drafts became current now. */
    private static String adopted(OwnCard card) {
        OwnCard copy = card.copy();
        accepted(copy, TestCard.SELECT_ISD, ADOPT);
        return contents(copy);
    }

    /** Nothing of what lay in the spare place before shows in the next draft. */
    private static void nextDraftStartsErased(OwnCard card) {
        OwnCard copy = card.copy();
        accepted(copy, TestCard.SELECT_ISD, DISCARD);
        assertThat(hasDraft(copy)).isFalse();
        accepted(copy, "80E2000005" + "0002" + "0008" + "11", ADOPT);
        assertThat(contents(copy)).startsWith(ERASED);
    }

    private record Look(String contents, String adopted, boolean draft) {
        static Look at(OwnCard card) {
            nextDraftStartsErased(card);
            return new Look(
                    DraftTearTest.contents(card.copy()),
                    DraftTearTest.adopted(card),
                    hasDraft(card));
        }
    }

    @Test
    void a_draft_is_begun_and_continued_wholly_or_not_at_all() {
        PowerCuts<Look> first = PowerCuts.in(START, Look::at, STORE_ITEMS);
        assertThat(first.torn()).isNotEmpty().isSubsetOf(first.before(), first.done());
        assertThat(first.before()).isEqualTo(new Look(OLD + "FF", OLD + "FF", false));
        assertThat(first.done()).isEqualTo(new Look(OLD + "FF", "AABBCCFFFFFF" + "FF", true));
        PowerCuts<Look> second = PowerCuts.in(START, Look::at, STORE_ITEMS, STORE_MORE_ITEMS);
        assertThat(second.torn()).isNotEmpty().isSubsetOf(second.before(), second.done());
        assertThat(second.done().adopted()).isEqualTo("AABBCCDDEEFF" + "FF");
    }

    @Test
    void all_files_are_adopted_together_or_none_is() {
        PowerCuts<Look> cuts = PowerCuts.in(START, Look::at, STORE_ITEMS, STORE_INTEGRITY, ADOPT);
        assertThat(cuts.torn()).isNotEmpty().isSubsetOf(cuts.before(), cuts.done());
        assertThat(cuts.before().contents()).isEqualTo(OLD + "FF");
        assertThat(cuts.done()).isEqualTo(new Look("AABBCCFFFFFF77", "AABBCCFFFFFF77", false));
    }

    @Test
    void a_half_erased_draft_is_never_taken_for_a_whole_one() {
        PowerCuts<Look> cuts = PowerCuts.in(START, Look::at, STORE_ITEMS, DISCARD);
        assertThat(cuts.torn()).isNotEmpty().isSubsetOf(cuts.before(), cuts.done());
        assertThat(cuts.done()).isEqualTo(new Look(OLD + "FF", OLD + "FF", false));
    }

    @Test
    void erasing_what_was_replaced_never_touches_what_replaced_it() {
        PowerCuts<Look> cuts = PowerCuts.in(START, Look::at, STORE_ITEMS, ADOPT, DISCARD);
        assertThat(cuts.torn()).isNotEmpty().containsOnly(cuts.done());
        assertThat(cuts.done().contents()).isEqualTo("AABBCCFFFFFF" + "FF");
    }

    @Test
    void a_key_draft_is_whole_or_there_is_none_and_the_key_in_use_stays() {
        String before = signature(START.copy());
        PowerCuts<String> cuts =
                PowerCuts.in(
                        START,
                        card -> {
                            assertThat(signature(card.copy())).isEqualTo(before);
                            boolean draft = hasDraft(card);
                            String proof = card.send("802A0000050017AABBCC00");
                            assertThat(proof).hasSize(draft ? 2 * 258 : 4);
                            return draft ? "draft" : proof;
                        },
                        TURN_TO_JPKI,
                        GENERATE_AND_FORGET);
        assertThat(cuts.torn()).isNotEmpty().isSubsetOf("6985", "draft");
        assertThat(cuts.before()).isEqualTo("6985");
        assertThat(cuts.done()).isEqualTo("draft");
    }

    @Test
    void a_new_key_takes_the_place_of_the_old_one_in_one_step() {
        OwnCard card = START.copy();
        accepted(card, TURN_TO_JPKI);
        assertThat(card.send(GENERATE)).endsWith("9000");
        PowerCuts<String> cuts = PowerCuts.in(card.copy(), DraftTearTest::signature, ADOPT);
        assertThat(cuts.torn()).isNotEmpty().isSubsetOf(cuts.before(), cuts.done());
        assertThat(cuts.done()).isNotEqualTo(cuts.before());
        PowerCuts<String> erased =
                PowerCuts.in(card.copy(), DraftTearTest::signature, ADOPT, DISCARD);
        assertThat(erased.torn()).isNotEmpty().containsOnly(cuts.done());
    }

    private static String signature(OwnCard card) {
        accepted(card, TestCard.SELECT_JPKI, "0020009804" + TestCard.PIN);
        return card.send("802A009701AA00");
    }

    @Test
    void a_pin_is_set_or_unlocked_in_one_step() {
        OwnCard locked = START.copy();
        accepted(locked, TestCard.SELECT_FORM_INPUT);
        for (int n = 0; n < 3; n++) {
            locked.send("00200091" + "0130");
        }
        accepted(locked, TestCard.SELECT_ISD);
        PowerCuts<String> unlocked =
                PowerCuts.in(locked, DraftTearTest::pin, "80E2000004" + "0011" + "0000");
        assertThat(unlocked.torn()).isNotEmpty().isSubsetOf("63C0 6984 6984", "63C3 9000 63C2");
        assertThat(unlocked.done()).isEqualTo("63C3 9000 63C2");
        PowerCuts<String> set =
                PowerCuts.in(
                        locked, DraftTearTest::pin, "80E2000008" + "0011" + "0000" + "39383736");
        assertThat(set.torn()).isNotEmpty().isSubsetOf("63C0 6984 6984", "63C3 63C2 9000");
        assertThat(set.done()).isEqualTo("63C3 63C2 9000");
    }

    private static String pin(OwnCard card) {
        accepted(card, TestCard.SELECT_FORM_INPUT);
        return card.send("00200091")
                + " "
                + card.send("0020009104" + TestCard.PIN)
                + " "
                + card.send("0020009104" + "39383736");
    }

    @Test
    void after_any_cut_the_erasure_of_keys_can_be_finished() {
        OwnCard card = START.copy();
        accepted(card, TURN_TO_JPKI);
        assertThat(card.send(GENERATE)).endsWith("9000");
        PowerCuts<String> cuts = PowerCuts.in(card.copy(), DraftTearTest::secrets, "80EC0000");
        assertThat(cuts.torn()).hasSizeGreaterThan(10);
        assertThat(cuts.torn()).allMatch(look -> look.endsWith("then 63C0 6984 6985"));
        assertThat(cuts.done()).isEqualTo("63C0 6984 6985 then 63C0 6984 6985");
    }

    private static String secrets(OwnCard card) {
        String now = seen(card.copy());
        assertThat(now.substring(0, 9)).isIn("63C3 9000", "63C0 6984");
        accepted(card, TestCard.SELECT_ISD, "80EC0000");
        return now + " then " + seen(card.copy());
    }

    private static String seen(OwnCard card) {
        accepted(card, TestCard.SELECT_ISD);
        String draft = card.send("802A0000050017AABBCC00");
        accepted(card, TestCard.SELECT_JPKI);
        return card.send("00200098")
                + " "
                + card.send("0020009804" + TestCard.PIN)
                + " "
                + (draft.length() > 4 ? "signs" : draft);
    }

    @Test
    void a_record_is_updated_and_a_pin_changed_with_change_key_in_one_step() {
        OwnCard blank = OwnCard.blank();
        accepted(blank, TestCard.SELECT_COMMON, "00240" + "19C04" + TestCard.PIN);
        PowerCuts<String> record =
                PowerCuts.in(
                        blank,
                        card -> look(card, "00B2010C00"),
                        TestCard.SELECT_COMMON,
                        "00DC010C1E" + PersonalFiles.CARD_SERIAL);
        assertThat(record.torn()).isNotEmpty().isSubsetOf(record.before(), record.done());
        assertThat(record.done()).isEqualTo(PersonalFiles.CARD_SERIAL + "9000");
        PowerCuts<String> pin =
                PowerCuts.in(
                        OwnCard.personalised(),
                        card ->
                                look(card.copy(), "0020009C04" + TestCard.PIN)
                                        + look(card, "0020009C04" + "39383736"),
                        TestCard.SELECT_COMMON,
                        "0020009C04" + TestCard.PIN,
                        "8032009C04" + "39383736");
        assertThat(pin.torn()).isNotEmpty().isSubsetOf("900063C2", "63C29000");
        assertThat(pin.done()).isEqualTo("63C29000");
    }

    private static String look(OwnCard card, String command) {
        accepted(card, TestCard.SELECT_COMMON);
        return card.send(command);
    }

    @Test
    void secure_messaging_writes_nothing() {
        OwnCard card = OwnCard.blank();
        accepted(card, TestCard.SELECT_FORM_INPUT, "0024019104" + TestCard.PIN);
        var key = Personalisation.makeKey(card, "0010");
        byte[] cryptogram = SecureClient.encrypted(SecureClient.message(new byte[32]), key);
        PowerCuts<String> cuts =
                PowerCuts.in(
                        card,
                        copy -> HexFormat.of().formatHex(copy.image()),
                        TestCard.SELECT_FORM_INPUT,
                        "0020009104" + TestCard.PIN,
                        SecureClient.delivery(cryptogram));
        assertThat(cuts.torn()).isEmpty();
    }
}
