package org.openmyna.card.issuer.channel;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the issuer channel, MYNA-ISS-020 onwards. */
enum ChannelError implements ErrorCode {
    CARD_OF_ANOTHER_ISSUER(
            "MYNA-ISS-020",
            "このカードは別の発行者のものか、発行者の鍵が違います。このカードを発行したデータディレクトリーを指定してください。",
            "This card belongs to another issuer, or the issuer keys are others. Name the data directory in which the card was issued."),
    NO_CHANNEL(
            "MYNA-ISS-021",
            "このカードには発行者との通信路がありません（{status}）。発行済みのカードを置いてください。",
            "This card has no issuer channel ({status}). Present a card that is personalised."),
    CHANNEL_BROKEN(
            "MYNA-ISS-022",
            "カードの応答が途中で書き換えられたか壊れています（{what}）。手続きは完了していません。カードを置き直して、もう一度行ってください。",
            "An answer of the card was changed on its way or is damaged ({what}). The act did not finish: present the card again and repeat."),
    COMMAND_REFUSED(
            "MYNA-ISS-023",
            "カードが {step} を受け付けませんでした（{status}）。カードを置き直してやり直してください。",
            "The card refused {step} ({status}). Present the card again and repeat."),
    TERMINATED(
            "MYNA-ISS-024",
            "このカードのチップは使用を終了しており、元には戻せません。新しいカードを発行してください。",
            "This card is terminated, for good. Issue a new one."),
    NOT_ACCEPTED(
            "MYNA-ISS-025",
            "カードが発行者を認証しませんでした（{status}）。失敗が続くと、カードは二度と使えなくなります。発行者の鍵を確かめてください。",
            "The card did not accept the issuer ({status}). A card ends itself after repeated failures; check the issuer keys.");

    private final ErrorText text;

    ChannelError(String code, String japanese, String english) {
        text = new ErrorText(code, Audience.OFFICER, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
