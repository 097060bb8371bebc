package org.openmyna.card.applets;

import static org.openmyna.card.applets.Personalisation.accepted;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything that can be seen of a card from outside, each fact under its name: tries and value of
 * each reference, content of each file, what each key makes, card data, the issuer's keys and the
 * tries of the channel, and what a session of the issuer finds. Besides, which of the contents and
 * keys that we know lie in the memory at all.
 */
final class CardLook {

    static final String CARD = "card";
    static final String TRIES = " tries";
    static final String CHANNEL_TRIES = "channel" + TRIES;
    static final String KEY = " key";
    static final String SECRETS = "secrets";
    static final String PUBLIC_HALF = "session key, public half";
    static final String NO_KEY = "6985";
    static final String NOT_TO_BE_SEEN = "not to be seen";

    private static final int JOURNAL_AT = 64;
    private static final int HEAP_AT = 64 + 8 * 1024;
    private static final String HASH = "5A".repeat(32);
    private static final String WRONG = "8482330010" + "5A".repeat(16);
    private static final List<String> TAGS =
            List.of("0042", "0045", "0066", "00F0", "00F2", "00F7", "00F8", "7F21", "5F51");
    private static final byte[] OTHER_KEY = TestCard.bytes("E0".repeat(16));

    private final MapWorld world;
    private final byte[] image;
    private final SortedMap<String, String> facts = new TreeMap<>();

    private CardLook(MapWorld world, byte[] image) {
        this.world = world;
        this.image = image;
    }

    /** Looks that were taken before: a heap that is the same after power-on is the same card. */
    static final class Memory {
        private final MapWorld world;
        private final Map<String, SortedMap<String, String>> known = new ConcurrentHashMap<>();

        Memory(MapWorld world) {
            this.world = world;
        }

        /** The card with this image, after power-on. */
        SortedMap<String, String> of(byte[] image) {
            byte[] settled = new MapCard(world, image).image();
            // What lies in the journal behind a count of zero is nothing.
            byte[] start = Arrays.copyOf(settled, JOURNAL_AT + 4);
            byte[] heap = Arrays.copyOfRange(settled, HEAP_AT, settled.length);
            String name = digest(HostCrypto.concat(start, heap));
            SortedMap<String, String> found = known.get(name);
            if (found == null) {
                found = new CardLook(world, settled).look();
                known.put(name, found);
            }
            return found;
        }
    }

    private SortedMap<String, String> look() {
        MapCard card = new MapCard(world, image);
        if (card.send("00CA004500").equals("6600")) {
            facts.put(CARD, "terminated");
            for (CardMap application : CardMap.values()) {
                facts.put(application + " SELECT", card.send(application.select()));
            }
            facts.put("channel", card.send("8050000008" + "00".repeat(8) + "00"));
            facts.put(SECRETS, secrets(card.image()));
            return facts;
        }
        for (String tag : TAGS) {
            facts.put("object " + tag, shortened(card.send("00CA" + tag + "000000")));
        }
        accepted(card, TestCard.SELECT_COMMON);
        boolean inUse = card.send("00DC0114").equals("6982");
        facts.put(CARD, inUse ? "in use" : "BLANK");
        for (CardMap application : CardMap.values()) {
            references(card, application);
            facts.putAll(contents(card, application));
        }
        String keys = channelKeys(inUse);
        facts.put("channel keys", keys);
        if (inUse && keys.equals("first")) {
            facts.put(CHANNEL_TRIES, channelTries());
            session(card);
        }
        String lying = secrets(card.image());
        facts.put(SECRETS, lying);
        if (inUse && facts.containsKey(CHANNEL_TRIES)) {
            nothingIsLeft(lying, "old content", "new content");
            nothingIsLeft(lying, "pair 0.", "pair 3.");
            nothingIsLeft(lying, "pair 1.", "pair 4.");
        }
        return facts;
    }

    /** After the issuer's session, what was replaced is erased, and what was not taken too. */
    private static void nothingIsLeft(String lying, String one, String other) {
        if (lying.contains(one) && lying.contains(other)) {
            throw new AssertionError("Both are in the memory: " + lying);
        }
    }

    private void references(MapCard card, CardMap application) {
        accepted(card, application.select());
        for (Reference reference : application.references) {
            String name = "%s %04X".formatted(application, reference.file);
            String tries = card.send(reference.ask());
            facts.put(name + TRIES, String.valueOf(Character.digit(tries.charAt(3), 16)));
            String value = NOT_TO_BE_SEEN;
            if (!tries.equals("63C0")) {
                value =
                        is(card, reference, reference.value)
                                ? "first"
                                : is(anotherCard(application), reference, reference.other)
                                        ? "second"
                                        : "neither";
                if (value.equals("second")) {
                    card.send(reference.verify(reference.other));
                }
            }
            facts.put(name + " value", value);
        }
    }

    private MapCard anotherCard(CardMap application) {
        MapCard card = new MapCard(world, image);
        accepted(card, application.select());
        return card;
    }

    private static boolean is(MapCard card, Reference reference, String value) {
        return card.send(reference.verify(value)).equals("9000");
    }

    /** The application is current, and open as far as its references let us. */
    private static SortedMap<String, String> contents(MapCard card, CardMap application) {
        SortedMap<String, String> seen = new TreeMap<>();
        for (int file : application.files) {
            String name = "%s %04X".formatted(application, file);
            String read = card.send("00B0%02X00000000".formatted(0x80 | file));
            if (read.equals("6981")) {
                read = card.send("00B201%02X00".formatted(file << 3 | 4));
            }
            seen.put(name, shortened(read));
        }
        for (int key : MapWorld.keys(application)) {
            String made = card.send(use(application, key));
            seen.put("%s %04X".formatted(application, key) + KEY, shortened(made));
        }
        if (application == CardMap.FORM_INPUT) {
            card.send("00A4020C020010");
            seen.put(PUBLIC_HALF, shortened(card.send("00470100000000")));
        }
        return seen;
    }

    /** A command that does the same each time. */
    private static String use(CardMap application, int key) {
        if (application == CardMap.COMMON) {
            return "008800%02X20".formatted(0x80 | key) + HASH + "00";
        }
        if (application == CardMap.FORM_INPUT && key == 0x10) {
            return SecureClient.delivery(Rsa.octets(BigInteger.TWO));
        }
        return "802A02%02X20".formatted(0x80 | key) + HASH + "00";
    }

    private String channelKeys(boolean inUse) {
        MapCard card = new MapCard(world, image);
        if (!inUse) {
            accepted(card, TestCard.SET_PERSONALISED);
        }
        byte[] answer = card.transmit(TestCard.bytes("8050000008" + "00".repeat(8) + "00"));
        if (TestCard.statusWord(answer) == 0x6A88) {
            return "none";
        }
        if (answers(card, Scp03Host.ENC, Scp03Host.MAC)) {
            return "first";
        }
        return answers(card, OTHER_KEY, OTHER_KEY) ? "second" : "neither";
    }

    private static boolean answers(MapCard card, byte[] enc, byte[] mac) {
        try {
            var host = new Scp03Host(enc, mac);
            host.authenticate(card, 0x33);
            return host.send(card, "E62000", IssuerCard.named(CardMap.JPKI.aid), "").equals("9000");
        } catch (AssertionError otherKeys) {
            return false;
        }
    }

    /** More than there can be if the card never ends. */
    private String channelTries() {
        MapCard card = new MapCard(world, image);
        int tries = 1;
        new Scp03Host(Scp03Host.ENC, Scp03Host.MAC).initialize(card);
        while (tries < 16 && !card.send(WRONG).equals("6600")) {
            new Scp03Host(Scp03Host.ENC, Scp03Host.MAC).initialize(card);
            tries++;
        }
        return String.valueOf(tries);
    }

    /** No draft is left that a COMMIT could make current. */
    private void session(MapCard card) {
        card.openChannel();
        facts.put("COMMIT", card.inChannel("EE0100", ""));
        for (CardMap application : MapWorld.WITH_DRAFTS) {
            accepted(card, application.select());
            for (Reference reference : application.references) {
                String name = "%s %04X value".formatted(application, reference.file);
                boolean second = "second".equals(facts.get(name));
                card.send(reference.verify(second ? reference.other : reference.value));
            }
            contents(card, application)
                    .forEach((name, value) -> {
                        if (!value.equals(facts.get(name))) {
                            facts.put(name + " after COMMIT", value);
                        }
                    });
        }
    }

    /** Which contents and keys lie in the memory. */
    private static String secrets(byte[] image) {
        byte[] heap = Arrays.copyOfRange(image, HEAP_AT, image.length);
        String all = new String(heap, StandardCharsets.ISO_8859_1);
        StringBuilder found = new StringBuilder();
        KNOWN.forEach((name, secret) -> {
            if (all.contains(secret)) {
                found.append(name).append(' ');
            }
        });
        return found.toString();
    }

    private static final Map<String, String> KNOWN = knownSecrets();

    private static Map<String, String> knownSecrets() {
        Map<String, String> secrets = new TreeMap<>();
        secrets.put("old content", MapWorld.OLD);
        secrets.put("new content", MapWorld.NEW);
        secrets.put("Key-ENC", Scp03Host.hex(Scp03Host.ENC));
        secrets.put("Key-MAC", Scp03Host.hex(Scp03Host.MAC));
        secrets.put("Key-DEK", Scp03Host.hex(Scp03Host.DEK));
        for (Reference reference : Reference.values()) {
            // A PIN of four digits is found anywhere, and A stands in the file of My Number.
            if (reference.value.length() > 8 && !reference.value.equals(TestCard.NUMBER_A)) {
                secrets.put("value of " + reference, reference.value);
            }
        }
        for (int n = 0; n < MapWorld.PAIRS.size(); n++) {
            var key = (RSAPrivateCrtKey) MapWorld.PAIRS.get(n).getPrivate();
            int part = 0;
            for (BigInteger number :
                    List.of(
                            key.getPrimeP(),
                            key.getPrimeQ(),
                            key.getPrimeExponentP(),
                            key.getPrimeExponentQ(),
                            key.getCrtCoefficient())) {
                byte[] bytes = number.toByteArray();
                byte[] end = Arrays.copyOfRange(bytes, bytes.length - 40, bytes.length);
                secrets.put("pair %d.%d".formatted(n, part++), Scp03Host.hex(end));
            }
        }
        secrets.replaceAll(
                (name, hex) -> new String(TestCard.bytes(hex), StandardCharsets.ISO_8859_1));
        return secrets;
    }

    private static String shortened(String answer) {
        return answer.length() <= 8 ? answer : digest(TestCard.bytes(answer)).substring(0, 16);
    }

    private static String digest(byte[] bytes) {
        try {
            return Scp03Host.hex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
