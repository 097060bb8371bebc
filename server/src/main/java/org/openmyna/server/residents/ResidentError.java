package org.openmyna.server.residents;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the residents' register, MYNA-RES-nnn. */
public enum ResidentError implements ErrorCode {
    RELATIONSHIP_MALFORMED(
            "MYNA-RES-001",
            Audience.OPERATOR,
            "続柄は1〜20文字で入力してください。",
            "Enter a relationship of 1 to 20 characters."),
    RECORD_NOT_FOUND(
            "MYNA-RES-002",
            Audience.OPERATOR,
            "その住民の記録は、この市区町村のその日の台帳にありません。検索し直すか、異動日を確かめてください。",
            "There is no record of that person in this municipality on that day. Search again, or check the day of the event."),
    RECORD_PROTECTED(
            "MYNA-RES-003",
            Audience.OPERATOR,
            "この記録は責任者だけが開けます。責任者に引き継いでください。",
            "Only a supervisor may open this record. Hand the case over to one."),
    OFFICER_INCOMPLETE(
            "MYNA-RES-004",
            Audience.OPERATOR,
            "職員IDと利用目的（1〜200文字）を入力してください。",
            "Enter the officer's id and the purpose (1 to 200 characters)."),
    SEARCH_TOO_WIDE(
            "MYNA-RES-005",
            Audience.OPERATOR,
            "氏名・フリガナ・生年月日・住所のどれかを入力し、件数は1〜200にしてください。",
            "Enter a name, a reading, a birth date or an address, and ask for 1 to 200 people."),
    NOT_RESIDENT(
            "MYNA-RES-006",
            Audience.OPERATOR,
            "異動日に住民ではありません。履歴を見て、異動日を確かめてください。",
            "The person is not a resident on the day of the event. Look at the history and check the day."),
    NOT_MOVED_OUT(
            "MYNA-RES-007",
            Audience.OPERATOR,
            "転出の記録がありません。前住所地の市区町村に転出届を出してもらってください。",
            "No move-out is recorded. Ask for a move-out notice at the former municipality first."),
    MOVE_OUT_LIES_AHEAD(
            "MYNA-RES-008",
            Audience.OPERATOR,
            "転出予定日より前の転入です。転出届を取り消して実際の日で記録するか、転入の異動日を確かめてください。",
            "The move-in is before the planned day of the move-out. Have the move-out cancelled and recorded with its real day, or check the day of the move-in."),
    RECORD_CLOSED(
            "MYNA-RES-009",
            Audience.OPERATOR,
            "死亡または消除された記録です。その異動を先に取り消してください。",
            "The record is closed by a death or a removal. Cancel that notice first."),
    NO_SUCH_HOUSEHOLD(
            "MYNA-RES-010",
            Audience.OPERATOR,
            "その世帯は異動日にこの市区町村にありません。世帯を選び直すか、新しい世帯にしてください。",
            "There is no such household here on the day of the event. Choose another one, or make a new one."),
    NOT_ONE_HOUSEHOLD(
            "MYNA-RES-011",
            Audience.OPERATOR,
            "別の世帯の人が混ざっています。世帯ごとに届け出てください。",
            "These people are not of one household. Record a notice for each household."),
    DOES_NOT_STAY(
            "MYNA-RES-012",
            Audience.OPERATOR,
            "残るとされた人は、その世帯に残りません。残る世帯員を選び直してください。",
            "Somebody who is said to stay does not live in that household, or leaves it. Choose again who stays."),
    NOT_WHOLE_HOUSEHOLD(
            "MYNA-RES-013",
            Audience.OPERATOR,
            "世帯を変えずに転居できるのは全員が動くときだけです。全員を選ぶか、新しい世帯にしてください。",
            "Only a whole household can move and stay the same. Name everybody, or make a new household."),
    NOT_ONE_HOUSEHOLDER(
            "MYNA-RES-014",
            Audience.OPERATOR,
            "世帯主がいない、または二人になります。残る人と動く人の続柄を直し、世帯主を一人にしてください。",
            "A household would have no householder, or two. Correct the relationships so that there is exactly one."),
    NOT_FOREIGN(
            "MYNA-RES-015",
            Audience.OPERATOR,
            "外国人住民にだけある項目です。対象の人を確かめてください。",
            "Only a foreign resident has this item. Check whom you chose."),
    NOT_JAPANESE(
            "MYNA-RES-016",
            Audience.OPERATOR,
            "日本国籍の人にだけある項目です。対象の人を確かめてください。",
            "Only a Japanese national has this item. Check whom you chose."),
    PEOPLE_NAMED_WRONGLY(
            "MYNA-RES-017",
            Audience.OPERATOR,
            "対象の人がいない、または同じ人が二度入っています。選び直してください。",
            "Nobody is named, or somebody twice. Choose again."),
    OTHER_BIRTH_DATE(
            "MYNA-RES-018",
            Audience.OPERATOR,
            "生年月日が異動日と合いません。どちらかを直してください。",
            "The birth date does not fit the day of the event. Correct one of them."),
    LATER_NOTICE_CONFLICTS(
            "MYNA-RES-019",
            Audience.OPERATOR,
            "この届出を入れると、記録済みの届出 {notice}（{kind}）が成り立ちません（{reason}）。先にその届出を取り消してください。",
            "With this, the recorded notice {notice} ({kind}) could not stand ({reason}). Cancel that one first."),
    NOTIFIED_IN_FUTURE(
            "MYNA-RES-020",
            Audience.OPERATOR,
            "届出日が今日より後です。届出を受けた日を入力してください。",
            "The day of the notice lies ahead. Enter the day on which it was given."),
    EFFECTIVE_IN_FUTURE(
            "MYNA-RES-021",
            Audience.OPERATOR,
            "まだ起きていない異動です。前もって届け出られるのは転出と国外転出だけです。その日が来てから記録してください。",
            "The event lies ahead. Only a move-out and an emigration can be notified ahead: record the others when the day has come."),
    EFFECTIVE_TOO_EARLY(
            "MYNA-RES-022",
            Audience.OPERATOR,
            "異動日が早すぎます。年を確かめてください。",
            "The day of the event is too early. Check the year."),
    CONTINUED_USE_TOO_LATE(
            "MYNA-RES-023",
            Audience.OPERATOR,
            "カードの継続利用は、出国予定日の前日までに届け出る必要があります。継続利用なしで記録してください。",
            "Continued use of the card must be asked for by the day before the departure. Record the emigration without it."),
    NEWCOMER_CONTRADICTORY(
            "MYNA-RES-024",
            Audience.OPERATOR,
            "戸籍と在留資格の両方が入っています。どちらかを消してください。",
            "Both a family register and a residence status are given. Take one out."),
    CODE_TAKEN(
            "MYNA-RES-025",
            Audience.OPERATOR,
            "その住民票コードはすでに使われています。空欄にすると新しいコードを付けます。",
            "That resident record code was given before. Leave it empty, and a new one is drawn."),
    CODE_CHANGE_NOT_TODAY(
            "MYNA-RES-026",
            Audience.OPERATOR,
            "住民票コードの変更は記録する日に行います。異動日を今日にしてください。",
            "A resident record code is changed on the day of the recording. Enter today as the day of the event."),
    CODE_CHANGE_STAYS(
            "MYNA-RES-027",
            Audience.OPERATOR,
            "住民票コードの変更は取り消せません。必要ならもう一度変更してください。",
            "A change of the resident record code cannot be cancelled. Change it once more if needed."),
    NOTICE_NOT_FOUND(
            "MYNA-RES-028",
            Audience.OPERATOR,
            "その届出はこの市区町村の記録にありません。履歴から選び直してください。",
            "There is no such notice of this municipality. Choose it from the history."),
    NOTICE_CANCELLED_BEFORE(
            "MYNA-RES-029",
            Audience.OPERATOR,
            "その届出はすでに取り消されています。履歴を見てください。",
            "That notice was cancelled before. Look at the history."),
    CANCELLATION_STAYS(
            "MYNA-RES-030",
            Audience.OPERATOR,
            "取消は取り消せません。もとの届出をもう一度記録してください。",
            "A cancellation cannot be cancelled. Record the notice once more."),
    PROTECTION_BACKWARDS(
            "MYNA-RES-031",
            Audience.OPERATOR,
            "支援措置の終わりが始まりより前です。期間を直してください。",
            "The measure of protection ends before it begins. Correct its days."),
    HOUSEHOLD_REFUSED(
            "MYNA-RES-032",
            Audience.OPERATOR,
            "{position} 番目の世帯を登録できません。世帯主は一人、住民となった日は過去の日にしてください。",
            "The household at position {position} cannot be loaded. Give it exactly one householder, and days that have come."),
    REGISTER_BUSY(
            "MYNA-RES-033",
            Audience.OPERATOR,
            "同じ世帯への記録が続いています。少し待ってからもう一度記録してください。",
            "Others keep recording about the same household. Wait a moment and record it again."),
    REGISTER_NOT_REACHED(
            "MYNA-RES-034",
            Audience.OPERATOR,
            "台帳のデータベースが応答しません（{state}）。何も記録されていません。もう一度試してください。",
            "The register's database does not answer ({state}). Nothing was recorded. Try again."),
    NO_SPECIAL_MOVE_OUT(
            "MYNA-RES-035",
            Audience.OPERATOR,
            "このカードの持ち主の特例転出は記録されていません。紙の転出証明書を出してもらってください。",
            "No move-out with the card is recorded for its holder. Ask for the certificate of moving out on paper."),
    SPECIAL_MOVE_IN_TOO_LATE(
            "MYNA-RES-036",
            Audience.OPERATOR,
            "カードによる転入は {lastDay} までです。前住所地の市区町村で紙の転出証明書を受け取ってもらってください。",
            "A move-in with the card was possible until {lastDay}. Have the former municipality give out the certificate of moving out on paper.");

    private final ErrorText text;

    ResidentError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
