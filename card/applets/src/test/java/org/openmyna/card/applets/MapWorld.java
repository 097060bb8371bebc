package org.openmyna.card.applets;

import static org.openmyna.card.applets.Personalisation.accepted;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.openmyna.card.javacard.AppletModule;
import org.openmyna.card.javacard.CardRuntime;
import org.openmyna.card.javacard.Host;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.card.nvm.CardMemory;

/** One make of the applets, and the cards with which the power-cut map begins. */
final class MapWorld {

    /** First octets of every file that the issuer can replace, before and afterwards. */
    static final String OLD = "0D".repeat(24);

    static final String NEW = "4E".repeat(24);

    /** Replaceable files, as short ids. */
    static final List<CardMap> WITH_DRAFTS =
            List.of(CardMap.JPKI, CardMap.FORM_INPUT, CardMap.CARD_FACE);

    /** The same pairs in each run: two for the keys of JPKI, one for all others, two for later. */
    static final List<KeyPair> PAIRS = pairs();

    static final MapWorld OURS = new MapWorld(OwnCard.APPLETS);

    final List<AppletModule> applets;

    /** BLANK, as it comes from the factory. */
    final byte[] blank;

    /** BLANK, with everything that personalisation puts into it. */
    final byte[] filled;

    /** The same, PERSONALISED. */
    final byte[] inUse;

    MapWorld(List<AppletModule> applets) {
        this.applets = applets;
        CardMemory memory = CardMemory.inMemory(OwnCard.IMAGE_BYTES);
        CardRuntime.install(memory, applets, host(0)).powerOff();
        blank = memory.copy();
        MapCard card = new MapCard(this, blank, 0);
        fill(card);
        filled = card.image();
        accepted(card, TestCard.SELECT_ISD, TestCard.SET_PERSONALISED);
        inUse = card.image();
    }

    static List<Integer> replaceable(CardMap application) {
        return switch (application) {
            case JPKI -> List.of(0x01, 0x0A);
            case FORM_INPUT -> List.of(2, 3, 4, 7);
            case CARD_FACE -> List.of(1, 2, 4, 5);
            case JUKI, COMMON -> List.of();
        };
    }

    static List<Integer> keys(CardMap application) {
        return switch (application) {
            case JPKI -> List.of(0x17, 0x1A);
            case FORM_INPUT -> List.of(0x10, 0x13);
            case CARD_FACE -> List.of(0x1A);
            case JUKI -> List.of();
            case COMMON -> List.of(0x19);
        };
    }

    private static void fill(MapCard card) {
        PersonalFiles.write(card);
        for (CardMap application : CardMap.values()) {
            accepted(card, application.select());
            for (Reference reference : application.references) {
                accepted(card, reference.command("002401", reference.value));
            }
            for (int file : replaceable(application)) {
                accepted(card, "00D6%02X00%02X".formatted(0x80 | file, OLD.length() / 2) + OLD);
            }
            for (int key : keys(application)) {
                Personalisation.makeKey(card, "%04X".formatted(key));
            }
        }
        accepted(card, TestCard.SELECT_ISD, Scp03Host.putKey(), IssuerCard.STORE_CARD_NUMBER);
        accepted(card, IssuerCard.STORE_CERTIFICATE);
    }

    /** Hands out the pairs from this one on, and the third one only once it is reached. */
    static Host host(int firstPair) {
        return new Host(new Pairs(firstPair), new SecureRandom(), Optional.empty());
    }

    private static final class Pairs implements KeyPairSource {
        private int next;

        Pairs(int first) {
            next = first;
        }

        @Override
        public KeyPair take(int bits) {
            int taken = next++;
            if (next == 3) {
                next = 2;
            } else if (next == PAIRS.size()) {
                next = 3;
            }
            return PAIRS.get(taken);
        }
    }

    private static List<KeyPair> pairs() {
        var chance = new Random(20_260_101);
        BigInteger e = BigInteger.valueOf(65_537);
        List<KeyPair> made = new ArrayList<>();
        while (made.size() < 5) {
            BigInteger p = prime(chance, e);
            BigInteger q = prime(chance, e);
            made.add(pair(p.max(q), p.min(q), e));
        }
        return made;
    }

    /** With its two highest bits set: the product of two has 2,048 bits. */
    private static BigInteger prime(Random chance, BigInteger e) {
        while (true) {
            BigInteger prime = new BigInteger(1024, chance).setBit(1023).setBit(1022);
            prime = prime.setBit(0).nextProbablePrime();
            if (prime.bitLength() == 1024
                    && prime.subtract(BigInteger.ONE).gcd(e).equals(BigInteger.ONE)) {
                return prime;
            }
        }
    }

    private static KeyPair pair(BigInteger p, BigInteger q, BigInteger e) {
        BigInteger n = p.multiply(q);
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        BigInteger d = e.modInverse(p1.multiply(q1));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(n, e)),
                    factory.generatePrivate(
                            new RSAPrivateCrtKeySpec(
                                    n, e, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p))));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
