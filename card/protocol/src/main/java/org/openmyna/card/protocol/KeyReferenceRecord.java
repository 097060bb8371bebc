package org.openmyna.card.protocol;

import java.util.Arrays;

/** The record of file 0002 in the common and the Juki application: a key id, 16 bytes. */
public record KeyReferenceRecord(KeyId keyId) {
    private static final String FILE = CommonFile.KEY_REFERENCE.label();

    /**
     * @param record what READ RECORD answers; what follows 16 bytes is filler
     * @throws CardFileMalformed if it is no key id
     */
    public static KeyReferenceRecord decode(byte[] record) {
        if (record.length < KeyId.LENGTH) {
            throw new CardFileMalformed(FILE, record.length + " bytes instead of 16");
        }
        return new KeyReferenceRecord(KeyId.decode(FILE, Arrays.copyOf(record, KeyId.LENGTH)));
    }

    /** The 16 bytes of the record. */
    public byte[] encode() {
        return keyId.octets();
    }
}
