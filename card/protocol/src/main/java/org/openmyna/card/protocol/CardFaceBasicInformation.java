package org.openmyna.card.protocol;

import java.util.Arrays;
import org.openmyna.kernel.MunicipalityCode;

/**
 * Card face 0003, AP基本情報: {@code FF30} with four bytes on the application, a key id, a version, the
 * municipality and bytes whose meaning is not public. Signed by nobody.
 *
 * @param information specification version, extended lengths, vendor
 * @param keyId x000024/001 on the cards seen; not the subject of the issuer certificate
 * @param version 0 on the cards seen
 * @param municipality the card holds its five digits without the check digit
 * @param opaqueKeyId 5900025/001 on the cards seen
 * @param opaque 256 bytes, kept as they are
 */
public record CardFaceBasicInformation(
        ApplicationInformation information,
        KeyId keyId,
        int version,
        MunicipalityCode municipality,
        KeyId opaqueKeyId,
        byte[] opaque) {
    private static final CardFile FILE = CardFaceFile.BASIC_INFORMATION;
    private static final int TAG = 0xFF30;
    private static final int INFORMATION_TAG = 0xDF31;
    private static final int KEY_ID_TAG = 0xDF32;
    private static final int VERSION_TAG = 0xDF33;
    private static final int MUNICIPALITY_TAG = 0xDF34;
    private static final int OPAQUE_TAG = 0xDF35;
    private static final int OPAQUE_LENGTH = 256;

    /**
     * @throws CardFileMalformed if the version is no byte, or there are not 256 opaque bytes
     */
    public CardFaceBasicInformation {
        if (version < 0 || version > 0xFF) {
            throw new CardFileMalformed(FILE.label(), "the version is no byte");
        }
        if (opaque.length != OPAQUE_LENGTH) {
            throw new CardFileMalformed(FILE.label(), "there are 256 opaque bytes");
        }
        opaque = opaque.clone();
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if an element is missing
     */
    public static CardFaceBasicInformation decode(byte[] file) {
        String label = FILE.label();
        var reader = TlvReader.tolerant(label, file).enter(TAG);
        var information = ApplicationInformation.decode(reader.value(INFORMATION_TAG, 4));
        KeyId keyId = KeyId.decode(label, reader.value(KEY_ID_TAG, KeyId.LENGTH));
        int version = reader.value(VERSION_TAG, 1)[0] & 0xFF;
        String five = Ascii.digits(label, "the municipality", reader.value(MUNICIPALITY_TAG), 5);
        byte[] last = reader.value(OPAQUE_TAG, KeyId.LENGTH + OPAQUE_LENGTH);
        reader.end();
        return new CardFaceBasicInformation(
                information,
                keyId,
                version,
                MunicipalityCode.withCheckDigit(five),
                KeyId.decode(label, Arrays.copyOf(last, KeyId.LENGTH)),
                Arrays.copyOfRange(last, KeyId.LENGTH, last.length));
    }

    /** The elements without filler, 320 bytes. */
    public byte[] encode() {
        byte[] last =
                new TlvWriter(FILE.label()).octets(opaqueKeyId.octets()).octets(opaque).bytes();
        return new TlvWriter(FILE.label())
                .element(INFORMATION_TAG, information.encode())
                .element(KEY_ID_TAG, keyId.octets())
                .element(VERSION_TAG, new byte[] {(byte) version})
                .element(MUNICIPALITY_TAG, Ascii.bytes(municipality.fiveDigits()))
                .element(OPAQUE_TAG, last)
                .within(TAG);
    }

    /** A copy. */
    @Override
    public byte[] opaque() {
        return opaque.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardFaceBasicInformation that
                && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    @Override
    public String toString() {
        return "CardFaceBasicInformation[" + information + ", " + keyId + ", " + municipality + "]";
    }
}
