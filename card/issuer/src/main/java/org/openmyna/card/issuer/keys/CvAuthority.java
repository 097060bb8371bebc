package org.openmyna.card.issuer.keys;

import org.openmyna.card.protocol.KeyId;

/**
 * The keys above the municipalities. Their ids begin with 6 (test) and are none that J-LIS uses.
 */
enum CvAuthority {
    /** Signs the issuer certificates of the form input application. */
    FORM_INPUT("form-input.key", KeyId.of("6999033/001")),
    /** Signs the issuer certificates of the card face application. */
    CARD_FACE("card-face.key", KeyId.of("6999023/001")),
    /** Signs the intermediate key of the card manager's objects. */
    CARD_MANAGER("card-manager.key", KeyId.of("6999020/001", KeyId.CARD_MANAGER_PAD)),
    /** Signs municipalities for the card manager's objects; no verifier holds it. */
    INTERMEDIATE("intermediate.key", KeyId.of("6999021/001"));

    private final String file;
    private final KeyId id;

    CvAuthority(String file, KeyId id) {
        this.file = file;
        this.id = id;
    }

    String file() {
        return file;
    }

    KeyId id() {
        return id;
    }
}
