package org.openmyna.card.reader;

import java.util.Map;
import org.openmyna.card.protocol.StatusWord;

/** What the status words of this card say (reference 4.11). */
final class StatusWords {
    private static final Map<Integer, Words> KNOWN =
            Map.ofEntries(
                    entry(0x9000, "正常", "done"),
                    entry(0x6281, "データが壊れているおそれ", "the data may be damaged"),
                    entry(0x6282, "ファイルの終わり", "end of file"),
                    entry(0x6283, "ファイルが閉塞", "the file is locked"),
                    entry(0x6300, "照合できず（回数の記録なし）", "not verified, no count"),
                    entry(0x6381, "ファイルがいっぱい", "the file is full"),
                    entry(0x6400, "実行エラー", "execution failed"),
                    entry(0x6581, "メモリエラー", "memory failure"),
                    entry(0x6600, "チップは使用終了", "the chip is terminated"),
                    entry(0x66F1, "このAPにない機能", "not offered in this application"),
                    entry(0x6700, "長さが不正", "wrong length"),
                    entry(0x6881, "論理チャネル非対応", "no such channel"),
                    entry(0x6882, "セキュアメッセージング非対応", "no secure messaging here"),
                    entry(0x6981, "この種類のファイルに使えない", "not for this kind of file"),
                    entry(0x6982, "照合が必要", "verification is missing"),
                    entry(0x6983, "閉塞", "blocked"),
                    entry(0x6984, "閉塞", "blocked"),
                    entry(0x6985, "使用条件を満たさない", "conditions of use are not met"),
                    entry(0x6986, "ファイルが選択されていない", "no file is selected"),
                    entry(0x6987, "保護データがない", "protected data are missing"),
                    entry(0x6988, "保護データが不正", "protected data are wrong"),
                    entry(0x69FC, "セッションが終了", "the session is gone"),
                    entry(0x6A80, "データが不正", "wrong data"),
                    entry(0x6A81, "機能がない", "function not supported"),
                    entry(0x6A82, "見つからない", "not found"),
                    entry(0x6A83, "レコードがない", "no such record"),
                    entry(0x6A86, "P1・P2 が不正", "wrong P1 or P2"),
                    entry(0x6A87, "Lc が不整合", "Lc does not fit"),
                    entry(0x6A88, "データがない", "no such object"),
                    entry(0x6B00, "ファイルの外", "outside the file"),
                    entry(0x6D00, "知らない命令", "unknown instruction"),
                    entry(0x6E00, "知らないクラス", "unknown class"),
                    entry(0x6F00, "原因不明", "no diagnosis"));

    private StatusWords() {}

    static Words of(StatusWord status) {
        if (status.value() == 0x63C0) return new Words("残り回数なし（閉塞）", "no try left: blocked");
        if (status.triesLeft().isPresent()) {
            int left = status.triesLeft().getAsInt();
            return new Words("あと " + left + " 回", left == 1 ? "1 try left" : left + " tries left");
        }
        return switch (status.value() >> 8) {
            case 0x61 -> new Words("続きあり", "more to fetch");
            case 0x6C -> new Words("長さを変えて再送", "ask again with the length told");
            default -> KNOWN.getOrDefault(status.value(), new Words("意味不明", "unknown word"));
        };
    }

    private static Map.Entry<Integer, Words> entry(int value, String japanese, String english) {
        return Map.entry(value, new Words(japanese, english));
    }
}
