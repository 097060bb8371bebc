package org.openmyna.card.reader;

import org.openmyna.kernel.Language;

/** One thing that the check of a card looks at; names and sections are stable. */
public enum AuthenticityCheck {
    ISSUER_TRUSTED(
            "6.1", "発行者証明書に署名した鍵が信頼できる", "a trusted authority is named in the issuer certificate"),
    CERTIFICATE_SIGNED("6.2", "発行者証明書の署名が正しい", "that authority signed the issuer certificate"),
    DATA_SIGNED("6.3", "データに発行者の署名がある", "the issuer signed the data"),
    NUMBER_SIGNED("6.3", "個人番号が署名された要約値と一致する", "the My Number has the signed digest"),
    ITEMS_SIGNED("6.3", "基本4情報が署名された要約値と一致する", "the four items have the signed digest"),
    SAME_KEY("6.4", "どのデータにも同じ公開鍵がある", "all data name the same public key"),
    CHALLENGE_ANSWERED("6.4", "チップが秘密鍵を持っている", "the chip holds the private key and answered now"),
    SAME_CARD("5.4", "両アプリケーションが同じカードのものである", "both applications are of one card");

    private final String section;
    private final Words words;

    AuthenticityCheck(String section, String japanese, String english) {
        this.section = section;
        this.words = new Words(japanese, english);
    }

    /** Section of the card reference. */
    public String section() {
        return section;
    }

    /** What holds when it passes. */
    public String text(Language language) {
        return words.in(language);
    }
}
