package org.openmyna.card.reader;

import java.util.OptionalInt;
import org.openmyna.card.protocol.CommandApdu;

/** The commands that this card is known to understand, with the reference's section. */
enum CommandKind {
    SELECT(0xA4, "SELECT", "選択", "4.1"),
    VERIFY(0x20, "VERIFY", "照合", "4.2"),
    READ_BINARY(0xB0, "READ BINARY", "読出し", "4.3"),
    READ_RECORD(0xB2, "READ RECORD", "レコード読出し", "4.4"),
    SIGN(0x2A, "COMPUTE DIGITAL SIGNATURE", "署名", "4.5"),
    CHANGE_REFERENCE_DATA(0x24, "CHANGE REFERENCE DATA", "暗証番号の変更", "4.6"),
    CHANGE_KEY(0x32, "CHANGE KEY", "暗証番号の変更（JICSAP）", "4.6"),
    RESET_RETRY_COUNTER(0x2C, "RESET RETRY COUNTER", "閉塞の解除", "4.7"),
    LOCK_OR_INITIALIZE_UPDATE(0x50, "INITIALIZE UPDATE or LOCK DF", "発行者コマンド", "4.7"),
    UNLOCK_DF(0x52, "UNLOCK DF", "発行者コマンド", "4.7"),
    UNLOCK_KEY(0x54, "UNLOCK KEY", "発行者コマンド", "4.7"),
    MANAGE_ATTRIBUTES(0x8A, "MANAGE ATTRIBUTES", "発行者コマンド", "4.7"),
    ERASE_ALL_RECORDS(0x06, "ERASE ALL RECORDS", "発行者コマンド", "4.7"),
    GET_CHALLENGE(0x84, "GET CHALLENGE", "乱数の取得", "4.8"),
    INTERNAL_AUTHENTICATE(0x88, "INTERNAL AUTHENTICATE", "内部認証", "4.8"),
    EXTERNAL_AUTHENTICATE(0x82, "EXTERNAL AUTHENTICATE", "外部認証", "4.8"),
    GET_DATA(0xCA, "GET DATA", "データ取得", "4.9"),
    SESSION_KEY(0xAE, "session key", "セッション鍵の送付", "4.10"),
    TERMINAL_AUTHENTICATION(0xA2, "terminal authentication", "端末認証", "4.10"),
    GET_RESPONSE(0xC0, "GET RESPONSE", "続きの取得", "1.2"),
    UPDATE_BINARY(0xD6, "UPDATE BINARY", "書込み", "2"),
    UPDATE_RECORD(0xDC, "UPDATE RECORD", "レコード書込み", "2"),
    GENERATE_KEY(0x47, "GENERATE KEY PAIR", "鍵ペアの生成", "2"),
    PUT_KEY(0xD8, "PUT KEY", "鍵の書込み", "2"),
    STORE_DATA(0xE2, "STORE DATA", "データ格納", "2"),
    INSTALL(0xE6, "INSTALL", "個人化対象の指定", "2"),
    COMMIT(0xEE, "COMMIT", "更新の確定", "2"),
    SET_STATUS(0xF0, "SET STATUS", "状態の変更", "2"),
    UNKNOWN(-1, "unknown command", "不明な命令", "4");

    private final int ins;
    private final Words words;
    private final String section;

    CommandKind(int ins, String english, String japanese, String section) {
        this.ins = ins;
        this.words = new Words(japanese, english);
        this.section = section;
    }

    static CommandKind of(CommandApdu command) {
        for (CommandKind kind : values()) {
            if (kind.ins == command.ins()) return kind;
        }
        return UNKNOWN;
    }

    /** The short file identifier by which a command names what it speaks to, if it does. */
    static OptionalInt shortId(CommandApdu command) {
        int id =
                switch (of(command)) {
                    case READ_BINARY -> flagged(command.p1());
                    case READ_RECORD -> command.p2() >> 3;
                    case VERIFY, CHANGE_REFERENCE_DATA, CHANGE_KEY, SIGN, INTERNAL_AUTHENTICATE ->
                            flagged(command.p2());
                    default -> 0;
                };
        return id == 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    private static int flagged(int parameter) {
        return parameter >= 0x80 ? parameter & 0x1F : 0;
    }

    Words words() {
        return words;
    }

    /** Section of the card reference. */
    String section() {
        return section;
    }
}
