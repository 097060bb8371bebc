package org.openmyna.card.applets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmyna.card.applets.TestCard.SELECT_CARD_FACE;
import static org.openmyna.card.applets.TestCard.SELECT_FORM_INPUT;
import static org.openmyna.card.applets.TestCard.SELECT_ISD;
import static org.openmyna.card.applets.TestCard.SELECT_JPKI;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.PowerLoss;

/** Power is cut before every single write of what the issuer security domain does. */
class IssuerTearSweepTest {

    private static final String JPKI = "D392F000260100000001";
    private static final String FORM_INPUT = "D3921000310001010408";
    private static final String CARD_FACE = "D3921000310001010402";
    private static final String OLD = "0D".repeat(24);
    private static final String NEW = "4E".repeat(24);

    private static final Predicate<String> IS_OF_RSA = secret -> secret.length() == 80;

    private RSAPublicKey oldKey;
    private RSAPublicKey draftedKey;

    @Test
    void put_key_gives_three_keys_or_none() {
        byte[] before = OwnCard.blank().image();
        Set<String> seen = new LinkedHashSet<>();
        byte[] done =
                sweepPlain(
                        before,
                        card -> assertThat(card.send(Scp03Host.putKey())).isEqualTo("9000"),
                        torn -> seen.add(keysOf(torn)));
        assertThat(keysOf(done)).isEqualTo("ours");
        assertThat(seen).containsOnly("none", "ours");
    }

    @Test
    void put_key_over_other_keys_gives_all_old_or_all_new() {
        byte[] other = TestCard.bytes("E0".repeat(16));
        OwnCard first = OwnCard.blank();
        assertThat(first.send(Scp03Host.putKey(other, other, other))).isEqualTo("9000");
        byte[] before = first.image();
        Set<String> seen = new LinkedHashSet<>();
        sweepPlain(
                before,
                card -> assertThat(card.send(Scp03Host.putKey())).isEqualTo("9000"),
                torn -> seen.add(keysOf(torn)));
        assertThat(seen).containsOnly("others", "ours");
    }

    /** Whose keys open the channel, once the card is in use. */
    private static String keysOf(byte[] image) {
        OwnCard card = OwnCard.from(image);
        Personalisation.accepted(card, TestCard.SET_PERSONALISED);
        byte[] answer = card.transmit(TestCard.bytes("8050000008" + "00".repeat(8) + "00"));
        if (TestCard.statusWord(answer) == 0x6A88) {
            return "none";
        }
        try {
            new Scp03Host(Scp03Host.ENC, Scp03Host.MAC)
                    .take(new byte[8], Arrays.copyOf(answer, 29));
            Scp03Host host = Scp03Host.open(card, 0x33);
            String named = IssuerCard.named(JPKI);
            return host.send(card, "E62000", named, "").equals("9000") ? "ours" : "a mixture";
        } catch (AssertionError notOurs) {
            return "others";
        }
    }

    @Test
    void an_object_of_get_data_is_old_or_new() {
        byte[] before = ((OwnCard) IssuerCard.blank(OwnCard.blank())).image();
        Function<byte[], String> look = image -> OwnCard.from(image).send("00CA00F8000000");
        Set<String> seen = new LinkedHashSet<>();
        byte[] done =
                sweepPlain(
                        before,
                        card -> card.send("80E2000000010D" + "00F8" + "820108" + "AB".repeat(264)),
                        torn -> seen.add(look.apply(torn)));
        assertThat(look.apply(done)).isEqualTo("AB".repeat(264) + "9000");
        assertThat(seen).containsOnly(look.apply(before), look.apply(done));
    }

    @Test
    void the_end_of_personalisation_comes_or_does_not() {
        byte[] before = ((OwnCard) IssuerCard.blank(OwnCard.blank())).image();
        Set<String> seen = new LinkedHashSet<>();
        sweepPlain(
                before,
                card -> card.send(TestCard.SET_PERSONALISED),
                torn -> seen.add(OwnCard.from(torn).send("80F0800F")));
        assertThat(seen).isSubsetOf("9000", "6985").isNotEmpty();
    }

    @Test
    void commit_is_old_everywhere_or_new_everywhere_and_leaves_nothing_behind() {
        byte[] before = inUse();
        String old = contents(before);
        assertThat(old).isEqualTo("old 0D0D9000 0D0D9000");
        String adopted = "new 4E4E9000 4E4E9000";
        List<String> oldNumbers = secretsOn(before).stream().filter(IS_OF_RSA).toList();
        assertThat(oldNumbers).hasSize(5);
        List<String> seen = new ArrayList<>();
        byte[] done =
                sweepInSession(
                        before,
                        this::writeDrafts,
                        (card, host) -> ok(host.send(card, "EE0100", "", "")),
                        torn -> {
                            OwnCard card = OwnCard.from(torn);
                            seen.add(contents(card));
                            if (seen.getLast().equals(adopted)) {
                                // Power is back: the domain has erased the rest by itself.
                                assertThat(hex(card.image())).doesNotContain(OLD);
                                assertNone(card.image(), oldNumbers);
                            }
                        });
        assertThat(contents(done)).isEqualTo(adopted);
        assertNone(done, oldNumbers);
        assertThat(hex(done)).doesNotContain(OLD);
        assertThat(seen).contains(old, adopted);
        assertThat(seen.subList(0, seen.indexOf(adopted))).containsOnly(old);
        assertThat(seen.subList(seen.indexOf(adopted), seen.size())).containsOnly(adopted);
    }

    @Test
    void discarding_never_shows_a_draft_and_is_taken_up_again() {
        byte[] before = inUse();
        String old = contents(before);
        byte[] done =
                sweepInSession(
                        before,
                        this::writeDrafts,
                        (card, host) -> ok(host.send(card, "EE0000", "", "")),
                        torn -> {
                            OwnCard card = OwnCard.from(torn);
                            new Scp03Host(Scp03Host.ENC, Scp03Host.MAC).initialize(card);
                            assertThat(hex(card.image())).doesNotContain(NEW);
                            assertThat(contents(card)).isEqualTo(old);
                        });
        assertThat(hex(done)).doesNotContain(NEW);
        assertThat(contents(done)).isEqualTo(old);
    }

    @Test
    void termination_is_never_undone_and_ends_with_no_key_on_the_card() {
        byte[] before = inUse();
        List<String> secrets = secretsOn(before);
        assertThat(secrets).as("two primes, three keys, a password").hasSizeGreaterThanOrEqualTo(6);
        terminates(
                1,
                before,
                secrets,
                () -> {
                    OwnCard card = OwnCard.from(before);
                    String end = Scp03Host.open(card, 0x33).wrap("F0807F", "", "");
                    return new Attempt(card.memory(), () -> card.send(end));
                });
    }

    @Test
    void an_attack_that_is_detected_while_another_application_is_current_ends_the_card_as_well() {
        byte[] before = inUse();
        // What happens after the first write is what SET STATUS does.
        terminates(
                11,
                before,
                secretsOn(before),
                () -> {
                    CardMemory memory = CardMemory.inMemory(before);
                    CardRuntime card = CardRuntime.powerOn(memory, OwnCard.APPLETS, OwnCard.HOST);
                    card.transmit(TestCard.bytes(SELECT_JPKI));
                    return new Attempt(
                            memory,
                            () ->
                                    card.signal(
                                            TestCard.bytes("A0000001510000"),
                                            CardLifeCycle.PARAMETER,
                                            domain -> ((CardLifeCycle) domain).attackDetected()));
                });
    }

    private void terminates(
            int step, byte[] before, List<String> secrets, Supplier<Attempt> beginning) {
        List<Boolean> dead = new ArrayList<>();
        byte[] done =
                sweep(
                        step,
                        beginning,
                        torn -> {
                            OwnCard card = OwnCard.from(torn);
                            boolean isDead = card.send("00CA004500").equals("6600");
                            dead.add(isDead);
                            if (isDead) {
                                assertThat(card.send(SELECT_JPKI)).isEqualTo("6600");
                                assertNone(card.image(), secrets);
                            } else {
                                assertThat(contents(torn)).isEqualTo(contents(before));
                                Scp03Host.open(OwnCard.from(torn), 0x33);
                            }
                        });
        assertThat(OwnCard.from(done).send("00CA004500")).isEqualTo("6600");
        assertNone(done, secrets);
        assertThat(dead).contains(true);
        assertThat(dead.subList(dead.indexOf(true), dead.size())).containsOnly(true);
    }

    @Test
    void the_erasure_itself_may_be_cut_again_and_again() {
        OwnCard inUse = (OwnCard) IssuerCard.inUse(OwnCard.blank());
        List<String> secrets = secretsOn(inUse.image());
        Scp03Host host = Scp03Host.open(inUse, 0x33);
        String end = host.wrap("F0807F", "", "");
        inUse.memory().cutPowerAfter(10);
        getsThrough(() -> inUse.send(end));
        byte[] image = inUse.image();
        int powerCuts = 0;
        for (boolean whole = false; !whole; powerCuts++) {
            var memory = CardMemory.inMemory(image);
            memory.cutPowerAfter(200 + 100 * powerCuts);
            whole = getsThrough(() -> CardRuntime.powerOn(memory, OwnCard.APPLETS, OwnCard.HOST));
            memory.restorePower();
            image = memory.copy();
            assertThat(OwnCard.from(image).send("00CA004500")).isEqualTo("6600");
        }
        assertThat(powerCuts).isBetween(3, 60);
        assertNone(image, secrets);
    }

    // ---- cards

    private byte[] inUse() {
        OwnCard card = (OwnCard) IssuerCard.blank(OwnCard.blank());
        card.send(SELECT_JPKI);
        oldKey = Personalisation.makeKey(card, "0017");
        Personalisation.accepted(card, SELECT_FORM_INPUT, "00D6840018" + OLD);
        Personalisation.accepted(card, SELECT_CARD_FACE, "00D6840018" + OLD);
        Personalisation.accepted(card, SELECT_ISD, TestCard.SET_PERSONALISED);
        return card.image();
    }

    private void writeDrafts(OwnCard card, Scp03Host host) {
        ok(host.send(card, "E62000", IssuerCard.named(JPKI), ""));
        do {
            String made = host.send(card, "470000", "0017", "0000");
            draftedKey = Personalisation.publicKey(TestCard.bytes(made));
        } while (draftedKey.equals(oldKey));
        ok(host.send(card, "E62000", IssuerCard.named(FORM_INPUT), ""));
        ok(host.send(card, "E20000", "00040000" + NEW, ""));
        ok(host.send(card, "E62000", IssuerCard.named(CARD_FACE), ""));
        ok(host.send(card, "E20000", "00040000" + NEW, ""));
    }

    private static void ok(String answer) {
        assertThat(answer).isEqualTo("9000");
    }

    /** What a terminal sees on this card: a file in each of two applications, and a key. */
    private String contents(byte[] image) {
        return contents(OwnCard.from(image));
    }

    private String contents(OwnCard card) {
        card.send(SELECT_JPKI);
        card.send("0020009804" + TestCard.PIN);
        String seen = signer(card.send("802A029720" + "11".repeat(32) + "00"));
        card.send(SELECT_FORM_INPUT);
        seen += " " + card.send("00B0840002");
        card.send(SELECT_CARD_FACE);
        return seen + " " + card.send("00B0840002");
    }

    private String signer(String answer) {
        if (answer.length() != 2 * 258) {
            return answer;
        }
        var signature = new BigInteger(answer.substring(0, 512), 16);
        return opens(oldKey, signature) ? "old" : opens(draftedKey, signature) ? "new" : "neither";
    }

    private static boolean opens(RSAPublicKey key, BigInteger signature) {
        return key != null
                && signature
                        .modPow(key.getPublicExponent(), key.getModulus())
                        .toString(16)
                        .startsWith("1ffff");
    }

    /** Everything secret that this image holds, as hexadecimal text that can be searched for. */
    private static List<String> secretsOn(byte[] image) {
        List<String> secrets = new ArrayList<>();
        secrets.add(TestCard.PASSWORD);
        for (byte[] key : List.of(Scp03Host.ENC, Scp03Host.MAC, Scp03Host.DEK)) {
            secrets.add(hex(key));
        }
        for (int n = 0; n < 5; n++) {
            var key = (RSAPrivateCrtKey) OwnCard.HOST.keys().take(2048).getPrivate();
            for (BigInteger number :
                    List.of(
                            key.getPrimeP(),
                            key.getPrimeQ(),
                            key.getPrimeExponentP(),
                            key.getPrimeExponentQ(),
                            key.getCrtCoefficient())) {
                // A third of it: the number itself may be shorter than its place.
                String text = number.toString(16).toUpperCase(Locale.ROOT);
                secrets.add(text.substring(text.length() - 80));
            }
        }
        String all = hex(image);
        return secrets.stream().filter(all::contains).toList();
    }

    private static void assertNone(byte[] image, List<String> secrets) {
        String all = hex(image);
        for (String secret : secrets) {
            assertThat(all.contains(secret)).as("%s is gone", secret).isFalse();
        }
    }

    // ---- sweeping

    private interface Act {
        void run(OwnCard card, Scp03Host host);
    }

    /** A card that is ready, and what is done to it while its power is cut. */
    private record Attempt(CardMemory memory, Runnable act) {}

    private static byte[] sweepInSession(
            byte[] before, Act first, Act then, Consumer<byte[]> look) {
        return sweep(
                () -> {
                    OwnCard card = OwnCard.from(before);
                    Scp03Host host = Scp03Host.open(card, 0x33);
                    first.run(card, host);
                    return new Attempt(card.memory(), () -> then.run(card, host));
                },
                look);
    }

    private static byte[] sweepPlain(byte[] before, Consumer<OwnCard> act, Consumer<byte[]> look) {
        return sweep(
                () -> {
                    OwnCard card = OwnCard.from(before);
                    return new Attempt(card.memory(), () -> act.accept(card));
                },
                look);
    }

    /** Looks at the image after each cut; returns the image after the act that got through. */
    private static byte[] sweep(Supplier<Attempt> beginning, Consumer<byte[]> look) {
        return sweep(1, beginning, look);
    }

    /** The first fifty writes one by one, then every so many. */
    private static byte[] sweep(int step, Supplier<Attempt> beginning, Consumer<byte[]> look) {
        for (int writes = 0; ; writes += writes < 50 ? 1 : step) {
            Attempt attempt = beginning.get();
            attempt.memory().cutPowerAfter(writes);
            boolean whole = getsThrough(attempt.act());
            attempt.memory().restorePower();
            if (whole) {
                assertThat(writes).as("writes").isPositive();
                return attempt.memory().copy();
            }
            look.accept(attempt.memory().copy());
        }
    }

    private static boolean getsThrough(Runnable work) {
        try {
            work.run();
            return true;
        } catch (PowerLoss cut) {
            return false;
        }
    }

    private static String hex(byte[] bytes) {
        return Scp03Host.hex(bytes);
    }
}
