package org.openmyna.card.reader;

import org.openmyna.card.protocol.CardApplication;

/** What people call the applications. */
final class ApplicationWords {
    private ApplicationWords() {}

    static Words of(CardApplication application) {
        return switch (application) {
            case ISSUER_SECURITY_DOMAIN -> new Words("カード管理", "card manager");
            case JPKI -> new Words("公的個人認証AP", "public personal authentication (JPKI)");
            case FORM_INPUT -> new Words("券面事項入力補助AP", "form input");
            case CARD_FACE -> new Words("券面事項確認AP", "card face");
            case JUKI -> new Words("住基AP", "resident register (Juki)");
            case COMMON -> new Words("共通カードAP", "common card");
        };
    }
}
