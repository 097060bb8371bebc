package org.openmyna.card.issuer.keys;

import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.KeyId;

/**
 * The keys above the municipalities. Their ids begin with 6 (test) and are none that J-LIS uses.
 */
enum CvAuthority {
    /** Signs the issuer certificates of the form input application. */
    FORM_INPUT("form-input.key", KeyId.of("6999033/001"), CardApplication.FORM_INPUT),
    /** Signs the issuer certificates of the card face application. */
    CARD_FACE("card-face.key", KeyId.of("6999023/001"), CardApplication.CARD_FACE),
    /** Signs the intermediate key of the card manager's objects. */
    CARD_MANAGER(
            "card-manager.key",
            KeyId.of("6999020/001", KeyId.CARD_MANAGER_PAD),
            CardApplication.ISSUER_SECURITY_DOMAIN),
    /** Signs municipalities for the card manager's objects; no verifier holds it. */
    INTERMEDIATE(
            "intermediate.key", KeyId.of("6999021/001"), CardApplication.ISSUER_SECURITY_DOMAIN);

    private final String file;
    private final KeyId id;
    private final CardApplication application;

    CvAuthority(String file, KeyId id, CardApplication application) {
        this.file = file;
        this.id = id;
        this.application = application;
    }

    /** Whose certificates it signs. */
    CardApplication application() {
        return application;
    }

    String file() {
        return file;
    }

    KeyId id() {
        return id;
    }
}
