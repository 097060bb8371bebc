package org.openmyna.card.applets;

import javacard.framework.Shareable;

/**
 * What the issuer security domain may do with an application, inside the issuer channel only. The
 * application hands this object out to the domain and to nobody else.
 *
 * <p>Files that can be replaced have a draft: the channel writes the drafts of one act, and all of
 * them become current together. A draft cannot be read, and what it replaced is erased.
 *
 * <p>Status words: 6A82 no such file, 6985 no draft for it (or none yet), 6700 lengths, 6B00
 * offset, 6A80 a PIN that is not of its alphabet, 6600 the chip found itself attacked.
 */
public interface IssuerAccess extends Shareable {

    /** The parameter with which an application hands out this object. */
    byte PARAMETER = (byte) 0x01;

    /**
     * Body of STORE DATA in {@code buffer} from {@code offset}: file id, offset, bytes.
     *
     * <p>Data file: the bytes go into its draft, which starts all FF. PIN: the bytes are its new
     * value, at once; no bytes give its tries back.
     */
    void store(byte[] buffer, short offset, short length);

    /**
     * New pair in the draft of a key file; writes the public key template to {@code to}, returns
     * its length.
     */
    short generate(short file, byte[] to, short toOffset);

    /** Signature with the draft key over type-1 padded data; returns 256. */
    short signWithDraft(
            short file, byte[] data, short offset, short length, byte[] to, short toOffset);

    boolean hasDraft();

    /** Inside the caller's transaction: drafts become current. */
    void adopt();

    /** Drafts (or what they replaced) are erased; may be repeated after a power cut. */
    void discard();

    /** All private keys and PINs are gone; may be repeated. */
    void eraseKeys();
}
