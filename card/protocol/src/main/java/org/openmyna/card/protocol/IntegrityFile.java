package org.openmyna.card.protocol;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Form input 0003, the integrity record, 336 bytes: {@code FF30} with the digests of the two files
 * before it and the issuer's signature over both digests.
 *
 * @param numberDigest SHA-256 of the My Number file as it lies on the card, 17 bytes with its
 *     filler
 * @param itemsDigest SHA-256 of the four items from {@code DF22} to the end of the outer element
 * @param signature 256 bytes
 */
public record IntegrityFile(byte[] numberDigest, byte[] itemsDigest, byte[] signature)
        implements SignedFile {
    private static final CardFile FILE = FormInputFile.INTEGRITY;
    private static final int TAG = 0xFF30;
    private static final int NUMBER_DIGEST_TAG = 0xDF31;
    private static final int ITEMS_DIGEST_TAG = 0xDF32;
    private static final int SIGNATURE_TAG = 0xDF33;
    private static final int DIGEST_LENGTH = 32;

    /**
     * @throws CardFileMalformed if digests or signature have another length
     */
    public IntegrityFile {
        if (numberDigest.length != DIGEST_LENGTH || itemsDigest.length != DIGEST_LENGTH) {
            throw new CardFileMalformed(FILE.label(), "a digest has 32 bytes");
        }
        numberDigest = numberDigest.clone();
        itemsDigest = itemsDigest.clone();
        signature = CvSignature.checked(FILE.label(), signature);
    }

    /** A new record over two files, signed by the issuer. */
    public static IntegrityFile signed(MyNumberFile number, FourItemsFile items, CvSigner issuer) {
        byte[] numberDigest = CvSignature.sha256(number.encode());
        byte[] itemsDigest = CvSignature.sha256(items.signedContent());
        byte[] content = content(numberDigest, itemsDigest);
        return new IntegrityFile(
                numberDigest, itemsDigest, issuer.sign(CvSignature.digestInfo(content)));
    }

    /**
     * @param file what follows the record is filler
     * @throws CardFileMalformed if it is no such record
     */
    public static IntegrityFile decode(byte[] file) {
        var record = TlvReader.strict(FILE.label(), file).enter(TAG);
        byte[] numberDigest = record.value(NUMBER_DIGEST_TAG, DIGEST_LENGTH);
        byte[] itemsDigest = record.value(ITEMS_DIGEST_TAG, DIGEST_LENGTH);
        byte[] signature = record.value(SIGNATURE_TAG, CvSignature.LENGTH);
        record.end();
        return new IntegrityFile(numberDigest, itemsDigest, signature);
    }

    /** The 336 bytes of the file. */
    public byte[] encode() {
        return new TlvWriter(FILE.label())
                .octets(signedContent())
                .element(SIGNATURE_TAG, signature)
                .within(TAG);
    }

    /** Both digests with tag and length, 70 bytes. */
    @Override
    public byte[] signedContent() {
        return content(numberDigest, itemsDigest);
    }

    /**
     * Whether this is the My Number file that the record speaks of.
     *
     * @param physicalFile all bytes of the file, filler included, as READ BINARY gives them
     */
    public boolean matchesNumber(byte[] physicalFile) {
        return MessageDigest.isEqual(numberDigest, CvSignature.sha256(physicalFile));
    }

    /** Whether these are the four items that the record speaks of. */
    public boolean matchesItems(FourItemsFile items) {
        return MessageDigest.isEqual(itemsDigest, CvSignature.sha256(items.signedContent()));
    }

    /** A copy. */
    @Override
    public byte[] numberDigest() {
        return numberDigest.clone();
    }

    /** A copy. */
    @Override
    public byte[] itemsDigest() {
        return itemsDigest.clone();
    }

    /** A copy. */
    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntegrityFile that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    /** A My Number can be guessed from its digest: nothing is shown. */
    @Override
    public String toString() {
        return "IntegrityFile[hidden]";
    }

    private static byte[] content(byte[] numberDigest, byte[] itemsDigest) {
        return new TlvWriter(FILE.label())
                .element(NUMBER_DIGEST_TAG, numberDigest)
                .element(ITEMS_DIGEST_TAG, itemsDigest)
                .bytes();
    }
}
