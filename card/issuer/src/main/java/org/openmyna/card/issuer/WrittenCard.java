package org.openmyna.card.issuer;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.DigestInfo;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.JukiFile;
import org.openmyna.kernel.NativeCrypto;
import org.openmyna.kernel.Pin;

/**
 * Remembers what was written to a card, and reads all of it back: every file, record and object
 * byte by byte, every PIN by VERIFY, every key without a PIN by a challenge.
 */
final class WrittenCard {
    private static final int CHALLENGE = 32;

    private final Optional<Provider> accelerator = NativeCrypto.provider();
    private final Map<CardFile, byte[]> files = new LinkedHashMap<>();
    private final Map<CardFile, byte[]> records = new LinkedHashMap<>();
    private final Map<CardObject, byte[]> objects = new LinkedHashMap<>();
    private final Map<CardApplication, RSAPublicKey> keys = new EnumMap<>(CardApplication.class);
    private final Map<CardFile, Predicate<CardCommands>> pins = new LinkedHashMap<>();

    void file(CardFile file, byte[] content) {
        files.put(file, content);
    }

    void record(CardFile file, byte[] content) {
        records.put(file, content);
    }

    void object(CardObject object, byte[] value) {
        objects.put(object, value);
    }

    /** The key that an application uses without a PIN. */
    void key(CardApplication application, RSAPublicKey publicKey) {
        keys.put(application, publicKey);
    }

    void pin(CardFile file, byte[] value) {
        pins.put(file, card -> card.verify(file, value).isOk());
    }

    void pin(CardFile file, Pin pin) {
        pins.put(file, card -> pin.lend(ascii -> card.verify(file, ascii)).isOk());
    }

    /**
     * @throws CardNotAsWritten if anything differs (MYNA-ISS-003)
     */
    void check(CardCommands card, SecureRandom random) {
        for (CardApplication application : CardApplication.values()) {
            card.select(application);
            if (application == CardApplication.ISSUER_SECURITY_DOMAIN) {
                objects.forEach((object, value) -> same(object.name(), value, card.object(object)));
                continue;
            }
            verifyPins(card, application);
            files.forEach((file, content) -> {
                if (file.application() == application && isOpened(file)) {
                    begins(file.label(), content, card.read(file));
                }
            });
            records.forEach((file, record) -> {
                if (file.application() == application) {
                    same(file.label(), record, card.readRecord(file));
                }
            });
            if (keys.containsKey(application)) proveKey(card, application, random);
        }
    }

    private void verifyPins(CardCommands card, CardApplication application) {
        List<CardFile> wrong = new ArrayList<>();
        pins.forEach((file, verified) -> {
            if (file.application() == application && !verified.test(card)) wrong.add(file);
        });
        if (!wrong.isEmpty()) throw new CardNotAsWritten("the PIN " + wrong.getFirst().label());
    }

    /** A file whose only PIN nobody set cannot be read back. */
    private boolean isOpened(CardFile file) {
        if (file == JukiFile.RESIDENT_RECORD_CODE) return pins.containsKey(JukiFile.PIN);
        if (file == JpkiFile.SIGNATURE_CERTIFICATE) {
            return pins.containsKey(JpkiFile.SIGNATURE_PASSWORD);
        }
        return true;
    }

    private void proveKey(CardCommands card, CardApplication application, SecureRandom random) {
        byte[] challenge = new byte[CHALLENGE];
        random.nextBytes(challenge);
        byte[] signature =
                application == CardApplication.COMMON
                        ? card.internalAuthenticate(challenge)
                        : card.signWithDefaultKey(DigestInfo.SHA256.ofMessage(challenge));
        try {
            Signature check =
                    accelerator.isPresent()
                            ? Signature.getInstance("SHA256withRSA", accelerator.get())
                            : Signature.getInstance("SHA256withRSA");
            check.initVerify(keys.get(application));
            check.update(challenge);
            if (!check.verify(signature)) throw new CardNotAsWritten("the key of " + application);
        } catch (GeneralSecurityException malformed) {
            throw new CardNotAsWritten("the key of " + application);
        }
    }

    private static void same(String what, byte[] written, byte[] read) {
        if (!Arrays.equals(written, read)) throw new CardNotAsWritten(what);
    }

    /** What follows the content is filler. */
    private static void begins(String what, byte[] written, byte[] read) {
        if (read.length < written.length
                || !Arrays.equals(written, Arrays.copyOf(read, written.length))) {
            throw new CardNotAsWritten(what);
        }
        for (int at = written.length; at < read.length; at++) {
            if (read[at] != (byte) 0xFF) throw new CardNotAsWritten(what);
        }
    }
}
