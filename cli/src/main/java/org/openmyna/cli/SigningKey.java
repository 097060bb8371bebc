package org.openmyna.cli;

import org.openmyna.card.reader.JpkiKey;
import org.openmyna.trust.profile.CaKind;

/** The two keys of a card as the command line names them. */
enum SigningKey {
    SIGNATURE(JpkiKey.SIGNATURE, CaKind.SIGNATURE),
    LOGIN(JpkiKey.USER_AUTHENTICATION, CaKind.USER_AUTHENTICATION);

    private final JpkiKey onCard;
    private final CaKind kind;

    SigningKey(JpkiKey onCard, CaKind kind) {
        this.onCard = onCard;
        this.kind = kind;
    }

    JpkiKey onCard() {
        return onCard;
    }

    CaKind kind() {
        return kind;
    }
}
