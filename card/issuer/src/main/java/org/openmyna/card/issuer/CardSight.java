package org.openmyna.card.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openmyna.card.issuer.face.FacePhoto;
import org.openmyna.card.protocol.AuthenticationPublicKeyFile;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFaceFile;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.FaceRecord;
import org.openmyna.card.protocol.FormInputFile;
import org.openmyna.card.protocol.FourItemsFile;
import org.openmyna.card.protocol.JpkiFile;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.FourItems;

/** What an act sees of a card in use before it begins: physical files that 照合番号B opens. */
final class CardSight {
    /** Locked after ten wrong tries: only the issuer can lift that. */
    static final class Locked extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final Map<CardFile, byte[]> files;

    private CardSight(Map<CardFile, byte[]> files) {
        this.files = files;
    }

    /**
     * @throws Locked if 照合番号B is locked
     * @throws CardHasChanged if it does not open the card, though the card is the record's
     */
    static CardSight of(CardCommands card, IssuedCard record) throws Locked {
        byte[] b = record.verificationNumberB().digits().getBytes(StandardCharsets.US_ASCII);
        Map<CardFile, byte[]> files = new LinkedHashMap<>();
        card.select(CardApplication.CARD_FACE);
        verify(card, CardFaceFile.VERIFICATION_NUMBER_B, b);
        read(card, CardFaceFile.FACE_RECORD, files);
        card.select(CardApplication.FORM_INPUT);
        verify(card, FormInputFile.VERIFICATION_NUMBER_B, b);
        read(card, FormInputFile.FOUR_ITEMS, files);
        read(card, FormInputFile.ISSUER_CERTIFICATE, files);
        read(card, FormInputFile.AUTHENTICATION_PUBLIC_KEY, files);
        card.select(CardApplication.JPKI);
        read(card, JpkiFile.USER_AUTHENTICATION_CERTIFICATE, files);
        return new CardSight(files);
    }

    private static void verify(CardCommands card, CardFile pin, byte[] value) throws Locked {
        StatusWord answer = card.verify(pin, value);
        if (answer.equals(StatusWord.PIN_LOCKED)) throw new Locked();
        if (!answer.isOk()) throw new CardHasChanged();
    }

    private static void read(CardCommands card, CardFile file, Map<CardFile, byte[]> files) {
        files.put(file, card.read(file));
    }

    SignedFiles.ChipKeys keys() {
        return new SignedFiles.ChipKeys(
                AuthenticationPublicKeyFile.decode(file(FormInputFile.AUTHENTICATION_PUBLIC_KEY))
                        .publicKey(),
                face().publicKey());
    }

    /** The holder as the card shows them; what the card does not show is the record's. */
    Applicant holder(Applicant record) {
        var items = FourItemsFile.decode(file(FormInputFile.FOUR_ITEMS));
        var birthDate = record.fourItems().birthDate();
        return record.with(
                        new FourItems(items.name(), items.address(), birthDate, items.sex().sex()))
                .with(FacePhoto.ofJp2(face().photo()));
    }

    /** Whether the record tells what the card shows. */
    boolean fits(IssuedCard record) {
        Applicant holder = record.holder();
        byte[] items = FourItemsFile.of(holder.fourItems()).encode();
        byte[] login = record.userAuthentication().der();
        return begins(FormInputFile.FOUR_ITEMS, items)
                && begins(JpkiFile.USER_AUTHENTICATION_CERTIFICATE, login)
                && Arrays.equals(holder.photo().jp2(), face().photo());
    }

    private boolean begins(CardFile file, byte[] content) {
        byte[] physical = file(file);
        return physical.length >= content.length
                && Arrays.equals(content, Arrays.copyOf(physical, content.length));
    }

    /** The state of the card in 64 hexadecimal digits: every act changes it. */
    String state() {
        return digest(files);
    }

    /** The state of the card once these files have taken the place of theirs. */
    String stateWith(Map<CardFile, byte[]> changed) {
        Map<CardFile, byte[]> then = new LinkedHashMap<>(files);
        then.replaceAll((file, old) -> {
            byte[] content = changed.get(file);
            return content == null ? old : padded(content, old.length);
        });
        return digest(then);
    }

    private static byte[] padded(byte[] content, int length) {
        byte[] file = Arrays.copyOf(content, Math.max(content.length, length));
        Arrays.fill(file, content.length, file.length, (byte) 0xFF);
        return file;
    }

    private FaceRecord face() {
        return FaceRecord.decode(file(CardFaceFile.FACE_RECORD));
    }

    private byte[] file(CardFile file) {
        byte[] content = files.get(file);
        if (content == null) throw new IllegalArgumentException(file.label());
        return content;
    }

    private static String digest(Map<CardFile, byte[]> files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            files.values().forEach(sha256::update);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
