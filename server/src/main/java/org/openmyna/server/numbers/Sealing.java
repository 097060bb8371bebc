package org.openmyna.server.numbers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.MynaException;
import org.openmyna.kernel.ResidentRecordCode;

/**
 * How numbers and codes lie in the database: AES-256-GCM, bound to the person whose they are, and a
 * blind index by which an equal one is found. Used by one thread.
 */
final class Sealing {
    /** Of HMAC-SHA256; two of a hundred million agree by chance once in 2^75. */
    private static final int INDEX_BYTES = 16;

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int DRAWN_AT_ONCE = 128;

    private final Mac mac;
    private final Cipher cipher;
    private final SortedMap<Short, SecretKey> keys;
    private final short newest;
    private final SecureRandom random;
    private final byte[] chance = new byte[IV_BYTES * DRAWN_AT_ONCE];
    private int used = chance.length;

    /** What kind of text it is; a sealed one is not taken for the other. */
    enum Kind {
        NUMBER,
        CODE
    }

    /**
     * @param keyId of the encryption key
     * @param content 12 bytes of chance, the encrypted text, 16 bytes of tag
     */
    record Sealed(short keyId, byte[] content) {}

    Sealing(NumberKeys keys, SecureRandom random) {
        this.keys = keys.encryption();
        this.newest = this.keys.lastKey();
        this.random = random;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.index());
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    byte[] index(MyNumber number) {
        return index(Kind.NUMBER, number.digits());
    }

    byte[] index(ResidentRecordCode code) {
        return index(Kind.CODE, code.digits());
    }

    private byte[] index(Kind kind, String digits) {
        mac.update((byte) kind.ordinal());
        return Arrays.copyOf(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)), INDEX_BYTES);
    }

    Sealed seal(MyNumber number, long person) {
        return seal(Kind.NUMBER, number.digits(), person);
    }

    Sealed seal(ResidentRecordCode code, long person) {
        return seal(Kind.CODE, code.digits(), person);
    }

    private Sealed seal(Kind kind, String digits, long person) {
        if (used == chance.length) {
            random.nextBytes(chance);
            used = 0;
        }
        try {
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    keys.get(newest),
                    new GCMParameterSpec(TAG_BITS, chance, used, IV_BYTES));
            cipher.updateAAD(bound(kind, person));
            byte[] text = digits.getBytes(StandardCharsets.US_ASCII);
            byte[] content = Arrays.copyOfRange(chance, used, used + IV_BYTES);
            used += IV_BYTES;
            byte[] sealed = cipher.doFinal(text);
            content = Arrays.copyOf(content, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, content, IV_BYTES, sealed.length);
            return new Sealed(newest, content);
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException("a number was not encrypted", everyJavaCan);
        }
    }

    /**
     * @param index that stands beside it: the number must be the one that it was found by
     * @throws NumberUnreadable if it is not as it was written (MYNA-NUM-008)
     */
    MyNumber number(Sealed sealed, long person, byte[] index) {
        String digits = open(Kind.NUMBER, sealed, person);
        return parsed(() -> new MyNumber(digits))
                .filter(number -> Arrays.equals(index, index(number)))
                .orElseThrow(() -> new NumberUnreadable(row(person)));
    }

    /**
     * @throws NumberUnreadable if it is not as it was written (MYNA-NUM-008)
     */
    ResidentRecordCode code(Sealed sealed, long person, byte[] index) {
        String digits = open(Kind.CODE, sealed, person);
        return parsed(() -> new ResidentRecordCode(digits))
                .filter(code -> Arrays.equals(index, index(code)))
                .orElseThrow(() -> new NumberUnreadable(row(person)));
    }

    private interface Parsing<T> {
        T parse();
    }

    private static <T> Optional<T> parsed(Parsing<T> parsing) {
        try {
            return Optional.of(parsing.parse());
        } catch (MynaException nonsense) {
            return Optional.empty();
        }
    }

    private String open(Kind kind, Sealed sealed, long person) {
        SecretKey key = keys.get(sealed.keyId());
        if (key == null || sealed.content().length <= IV_BYTES) {
            throw new NumberUnreadable(row(person));
        }
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, sealed.content(), 0, IV_BYTES));
            cipher.updateAAD(bound(kind, person));
            byte[] text =
                    cipher.doFinal(sealed.content(), IV_BYTES, sealed.content().length - IV_BYTES);
            return new String(text, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException tampered) {
            throw new NumberUnreadable(row(person));
        }
    }

    private static byte[] bound(Kind kind, long person) {
        return ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) kind.ordinal())
                .putLong(person)
                .array();
    }

    private static String row(long person) {
        return "person " + person;
    }
}
