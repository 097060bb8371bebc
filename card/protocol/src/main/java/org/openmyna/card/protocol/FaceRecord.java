package org.openmyna.card.protocol;

import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Card face 0002, the face record 券面情報: {@code FF20} with an offset table and what is printed on
 * the card. The images show characters outside the standard set (外字) as they are printed.
 *
 * <p>The signature covers birth date, sex, key, name, address and photo. <strong>It does not cover
 * expiry date and security code</strong>: a copy of a card may have others.
 *
 * @param publicKey the card's key for internal authentication: RSA-2048, exponent 65,537
 * @param nameImage PNG of one bit; like all images any bytes, not looked at here
 * @param addressImage PNG of one bit
 * @param photo JPEG 2000 in grey
 * @param signature 256 bytes
 * @param expiry the card's last day
 * @param securityCodeImage PNG of four digits, 24 × 12 pixels on the cards seen
 * @param forms how the file writes its lengths
 */
public record FaceRecord(
        CardDate birthDate,
        CardSex sex,
        RSAPublicKey publicKey,
        byte[] nameImage,
        byte[] addressImage,
        byte[] photo,
        byte[] signature,
        LocalDate expiry,
        byte[] securityCodeImage,
        LengthForms forms)
        implements SignedFile {
    private static final CardFile FILE = CardFaceFile.FACE_RECORD;
    private static final String LABEL = FILE.label();
    private static final int TAG = 0xFF20;
    private static final int OFFSETS_TAG = 0xDF21;
    private static final int FIRST_TAG = 0xDF22;
    private static final int ELEMENTS = 9;

    /**
     * @throws CardFileMalformed if key or signature are of another kind, the year of expiry has not
     *     four digits, or the file would be longer than 65,535 bytes
     */
    public FaceRecord {
        CvPublicKey.check(LABEL, publicKey);
        Ascii.checkYear(LABEL, "the expiry date", expiry);
        nameImage = nameImage.clone();
        addressImage = addressImage.clone();
        photo = photo.clone();
        signature = CvSignature.checked(LABEL, signature);
        securityCodeImage = securityCodeImage.clone();
        // 409 bytes for all but the images and lengths of three bytes everywhere
        long images =
                (long) nameImage.length
                        + addressImage.length
                        + photo.length
                        + securityCodeImage.length;
        if (images > TlvWriter.LONGEST - 1024) {
            throw new CardFileMalformed(LABEL, "the images have over 64,511 bytes");
        }
    }

    /** A new record, signed by the issuer. */
    public static FaceRecord signed(
            CardDate birthDate,
            CardSex sex,
            RSAPublicKey publicKey,
            byte[] nameImage,
            byte[] addressImage,
            byte[] photo,
            LocalDate expiry,
            byte[] securityCodeImage,
            CvSigner issuer) {
        var unsigned =
                new FaceRecord(
                        birthDate,
                        sex,
                        publicKey,
                        nameImage,
                        addressImage,
                        photo,
                        new byte[CvSignature.LENGTH],
                        expiry,
                        securityCodeImage,
                        LengthForms.SHORTEST);
        return unsigned.with(issuer.sign(unsigned.signedDigestInfo()));
    }

    /**
     * @param file what follows the outer element is filler
     * @throws CardFileMalformed if an element is missing, the table leads elsewhere, or a value is
     *     none
     */
    public static FaceRecord decode(byte[] file) {
        var reader = TlvReader.tolerant(LABEL, file).enter(TAG);
        var offsets = OffsetTable.read(reader, LABEL, OFFSETS_TAG, ELEMENTS);
        byte[][] values = new byte[ELEMENTS][];
        for (int each = 0; each < ELEMENTS; each++) {
            offsets.check(reader.at());
            values[each] =
                    switch (each) {
                        case 0, 7 -> reader.value(FIRST_TAG + each, 8);
                        case 1 -> reader.value(FIRST_TAG + each, 1);
                        case 2 -> reader.value(FIRST_TAG + each, CvPublicKey.LENGTH);
                        case 6 -> reader.value(FIRST_TAG + each, CvSignature.LENGTH);
                        default -> reader.value(FIRST_TAG + each);
                    };
        }
        reader.end();
        return new FaceRecord(
                CardDate.decode(LABEL, values[0]),
                CardSex.decode(LABEL, values[1]),
                CvPublicKey.decode(LABEL, values[2]),
                values[3],
                values[4],
                values[5],
                values[6],
                Ascii.day(LABEL, "the expiry date", values[7]),
                values[8],
                reader.forms());
    }

    /** The elements without filler. */
    public byte[] encode() {
        return OffsetTable.file(LABEL, TAG, OFFSETS_TAG, elements(), forms);
    }

    /**
     * Three SHA-256 digests, 96 bytes: over birth date, sex and key; over name and address; over
     * the photo; each with tags and lengths.
     */
    @Override
    public byte[] signedContent() {
        List<byte[]> elements = elements();
        return new TlvWriter(LABEL)
                .octets(digest(elements.subList(0, 3)))
                .octets(digest(elements.subList(3, 5)))
                .octets(digest(elements.subList(5, 6)))
                .bytes();
    }

    /** The three digests as they are, under the name of SHA-256: 115 bytes. */
    @Override
    public byte[] signedDigestInfo() {
        return CvSignature.tripleDigestInfo(signedContent());
    }

    /** The same record under another signature, 256 bytes. */
    public FaceRecord with(byte[] otherSignature) {
        return new FaceRecord(
                birthDate,
                sex,
                publicKey,
                nameImage,
                addressImage,
                photo,
                otherSignature,
                expiry,
                securityCodeImage,
                forms);
    }

    /** A copy. */
    @Override
    public byte[] nameImage() {
        return nameImage.clone();
    }

    /** A copy. */
    @Override
    public byte[] addressImage() {
        return addressImage.clone();
    }

    /** A copy. */
    @Override
    public byte[] photo() {
        return photo.clone();
    }

    /** A copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** A copy. */
    @Override
    public byte[] securityCodeImage() {
        return securityCodeImage.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FaceRecord that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** Never shows the person. */
    @Override
    public String toString() {
        return "FaceRecord[hidden]";
    }

    /** DF22 to DF2A. The form of the outer length has place 0, that of the table 1. */
    private List<byte[]> elements() {
        byte[][] values = {
            birthDate.encode(),
            sex.encode(),
            CvPublicKey.encode(publicKey),
            nameImage,
            addressImage,
            photo,
            signature,
            Ascii.day(expiry),
            securityCodeImage
        };
        byte[][] elements = new byte[ELEMENTS][];
        for (int each = 0; each < ELEMENTS; each++) {
            elements[each] =
                    new TlvWriter(LABEL)
                            .element(FIRST_TAG + each, values[each], forms.of(2 + each))
                            .bytes();
        }
        return List.of(elements);
    }

    private static byte[] digest(List<byte[]> elements) {
        var content = new TlvWriter(LABEL);
        elements.forEach(content::octets);
        return CvSignature.sha256(content.bytes());
    }
}
