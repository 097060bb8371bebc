package org.openmyna.server.numbers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.NumberToken;

/**
 * Tokens of people, other ones for each body. A token is one AES-256 block under a key of the body:
 * the person's number in our tables and eight zero bytes, so that it needs no table, tells nothing
 * without the key, and one made up is refused (all but one of 2^64). Used by one thread.
 */
final class Tokens {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BLOCK = 16;
    private static final int CHARACTERS = 26;
    private static final int BITS = 5;

    private final SecretKey key;
    private final Map<Organisation, Cipher> making = new EnumMap<>(Organisation.class);
    private final Map<Organisation, Cipher> reading = new EnumMap<>(Organisation.class);

    Tokens(NumberKeys keys) {
        this.key = keys.token();
    }

    NumberToken of(Organisation body, long person) {
        byte[] block = ByteBuffer.allocate(BLOCK).putLong(person).array();
        Cipher cipher = making.computeIfAbsent(body, each -> cipher(Cipher.ENCRYPT_MODE, each));
        return new NumberToken(text(applied(cipher, block)));
    }

    /** Whose token it is; empty if it is none of this body. */
    OptionalLong person(Organisation body, NumberToken token) {
        byte[] block = block(token.value());
        // the last character holds three bits and two that must be zero: one token has one form
        if (!text(block).equals(token.value())) return OptionalLong.empty();
        Cipher cipher = reading.computeIfAbsent(body, each -> cipher(Cipher.DECRYPT_MODE, each));
        ByteBuffer plain = ByteBuffer.wrap(applied(cipher, block));
        long person = plain.getLong();
        return plain.getLong() == 0 ? OptionalLong.of(person) : OptionalLong.empty();
    }

    private static byte[] applied(Cipher cipher, byte[] block) {
        try {
            return cipher.doFinal(block);
        } catch (GeneralSecurityException wholeBlocksOnly) {
            throw new IllegalStateException(wholeBlocksOnly);
        }
    }

    private Cipher cipher(int mode, Organisation body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] own = mac.doFinal(body.id().getBytes(StandardCharsets.US_ASCII));
            // one block alone: ECB is the bare permutation
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(own, "AES"));
            return cipher;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String text(byte[] block) {
        StringBuilder text = new StringBuilder(CHARACTERS);
        int bits = 0;
        int held = 0;
        for (byte octet : block) {
            bits = bits << Byte.SIZE | octet & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt(bits >> held & 31));
            }
            bits &= (1 << held) - 1;
        }
        return text.append(ALPHABET.charAt(bits << BITS - held & 31)).toString();
    }

    private static byte[] block(String text) {
        byte[] block = new byte[BLOCK];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int n = 0; n < CHARACTERS && at < BLOCK; n++) {
            bits = bits << BITS | ALPHABET.indexOf(text.charAt(n));
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                block[at++] = (byte) (bits >> held);
                bits &= (1 << held) - 1;
            }
        }
        return block;
    }
}
