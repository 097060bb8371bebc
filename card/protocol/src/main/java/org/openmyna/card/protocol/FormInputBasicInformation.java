package org.openmyna.card.protocol;

import java.util.Arrays;

/**
 * Form input 0005, AP基本情報: {@code FF40 82 009F} with four bytes on the application, a key id and
 * bytes whose meaning is not public. Signed by nobody.
 *
 * @param information version, extended lengths, vendor
 * @param keyId x000034/001 on the cards seen; not the subject of the issuer certificate
 * @param opaque 128 bytes on the cards seen, at most 1,024; kept as they are
 */
public record FormInputBasicInformation(
        ApplicationInformation information, KeyId keyId, byte[] opaque) {
    private static final CardFile FILE = FormInputFile.BASIC_INFORMATION;
    private static final int TAG = 0xFF40;
    private static final int INFORMATION_TAG = 0xDF41;
    private static final int KEY_ID_TAG = 0xDF42;
    private static final int OPAQUE_TAG = 0xDF43;
    private static final int LONG_FORM = 3;
    private static final int LONGEST_OPAQUE = 1024;

    /**
     * @throws CardFileMalformed if there are more than 1,024 opaque bytes
     */
    public FormInputBasicInformation {
        if (opaque.length > LONGEST_OPAQUE) {
            throw new CardFileMalformed(FILE.label(), "over 1,024 opaque bytes");
        }
        opaque = opaque.clone();
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if an element is missing
     */
    public static FormInputBasicInformation decode(byte[] file) {
        var reader = TlvReader.tolerant(FILE.label(), file).enter(TAG);
        var information = ApplicationInformation.decode(reader.value(INFORMATION_TAG, 4));
        KeyId keyId = KeyId.decode(FILE.label(), reader.value(KEY_ID_TAG, KeyId.LENGTH));
        byte[] opaque = reader.value(OPAQUE_TAG);
        reader.end();
        return new FormInputBasicInformation(information, keyId, opaque);
    }

    /** The file with filler, 256 bytes: a client reads that many and wants as many. */
    public byte[] encode() {
        byte[] content =
                new TlvWriter(FILE.label())
                        .element(INFORMATION_TAG, information.encode())
                        .element(KEY_ID_TAG, keyId.octets())
                        .element(OPAQUE_TAG, opaque, LONG_FORM)
                        .within(TAG, LONG_FORM);
        return content.length > FILE.physicalLength().orElseThrow()
                ? content
                : FILE.padded(content);
    }

    /** A copy. */
    @Override
    public byte[] opaque() {
        return opaque.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormInputBasicInformation that
                && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    @Override
    public String toString() {
        return "FormInputBasicInformation[" + information + ", " + keyId + "]";
    }
}
