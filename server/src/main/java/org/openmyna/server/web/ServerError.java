package org.openmyna.server.web;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of the server, MYNA-SRV-nnn. */
public enum ServerError implements ErrorCode {
    SETTING_REFUSED(
            "MYNA-SRV-001",
            Audience.OPERATOR,
            "サーバーの設定 {setting} の値 {value} は使えません。{expected}",
            "The value {value} of the setting {setting} cannot be used. {expected}"),
    PORT_TAKEN(
            "MYNA-SRV-002",
            Audience.OPERATOR,
            "ポート {port} はほかのプログラムが使っています。別のポート（--port）を選ぶか、そのプログラムを終えてください。",
            "Port {port} is in use by another program. Choose another (--port), or end that program."),
    SERVER_NOT_STARTED(
            "MYNA-SRV-003",
            Audience.OPERATOR,
            "サーバーを開始できません（{reason}）。記録 {log} を見てください。",
            "The server did not start ({reason}). See its log {log}."),
    HOST_UNKNOWN(
            "MYNA-SRV-004",
            Audience.DEVELOPER,
            "このサーバーに {host} というホストはありません。あるのは {hosts} です。",
            "There is no host {host} on this server. It has: {hosts}."),
    PATH_UNKNOWN(
            "MYNA-SRV-005",
            Audience.DEVELOPER,
            "{path} には何もありません。アドレスを確かめてください。",
            "There is nothing at {path}. Check the address."),
    METHOD_NOT_ALLOWED(
            "MYNA-SRV-006",
            Audience.DEVELOPER,
            "{method} は使えません。使えるのは {allowed} です。",
            "{method} is not possible here. Use {allowed}."),
    MEDIA_TYPE_NOT_TAKEN(
            "MYNA-SRV-007",
            Audience.DEVELOPER,
            "本文の形式 {type} は受け取れません。{expected} で送ってください。",
            "A body of the type {type} is not taken. Send {expected}."),
    BODY_TOO_LARGE(
            "MYNA-SRV-008",
            Audience.DEVELOPER,
            "本文が {limit} バイトを超えています。",
            "The body is longer than {limit} bytes."),
    CALLER_NOT_KNOWN(
            "MYNA-SRV-009",
            Audience.OPERATOR,
            "ここは内部の機械だけが使えます。ハウス認証局が発行した機械証明書で TLS ポートに接続してください。",
            "Only machines of the house may call here. Connect to the TLS port with a machine"
                    + " certificate of the house CA."),
    CALL_NOT_PERMITTED(
            "MYNA-SRV-010",
            Audience.OPERATOR,
            "{caller} は {operation} を行えません。",
            "{caller} may not do {operation}."),
    DEADLINE_PASSED(
            "MYNA-SRV-011",
            Audience.DEVELOPER,
            "呼び出しの期限が過ぎていたため、何もしていません。同じキーでもう一度呼び出してください。",
            "The deadline of the call had passed, so nothing was done. Call again with the same key."),
    CALL_INSIDE_TRANSACTION(
            "MYNA-SRV-012",
            Audience.DEVELOPER,
            "データベースのトランザクションの中から、ほかの組織を呼び出すことはできません。",
            "Another organisation cannot be called from within a database transaction."),
    CALL_MALFORMED(
            "MYNA-SRV-013",
            Audience.DEVELOPER,
            "呼び出しの {part} を読み取れません。",
            "The {part} of the call cannot be read."),
    KEY_USED_OTHERWISE(
            "MYNA-SRV-014",
            Audience.DEVELOPER,
            "キー {key} はほかの呼び出しに使われました。新しいキーで呼び出してください。",
            "The key {key} was used for another call. Call with a new one."),
    ORGANISATION_NOT_REACHED(
            "MYNA-SRV-015",
            Audience.OPERATOR,
            "{address} が期限までに答えませんでした（{reason}）。同じキーでもう一度呼び出せます。",
            "{address} did not answer in time ({reason}). The call may be repeated with the same key."),
    UNEXPECTED(
            "MYNA-SRV-016",
            Audience.OPERATOR,
            "予期しない誤りが起きました。記録の {trace} を見てください。",
            "Something unexpected went wrong. See {trace} in the log."),
    HOUSE_UNUSABLE(
            "MYNA-SRV-017",
            Audience.OPERATOR,
            "ハウス認証局のファイル {file} を使えません（{reason}）。",
            "The file {file} of the house CA cannot be used ({reason})."),
    LOOPBACK_ONLY(
            "MYNA-SRV-018",
            Audience.OPERATOR,
            "これはこの機械の上からだけ見られます。",
            "This can be seen from this machine alone."),
    TOO_BUSY(
            "MYNA-SRV-019",
            Audience.DEVELOPER,
            "いま混み合っています。少し待ってからもう一度試してください。",
            "Too much is going on. Wait a moment and try again."),
    REQUEST_MALFORMED(
            "MYNA-SRV-020",
            Audience.DEVELOPER,
            "HTTP の要求を読み取れません（{reason}）。",
            "The HTTP request cannot be read ({reason})."),
    REQUEST_NOT_FOUND(
            "MYNA-SRV-021",
            Audience.DEVELOPER,
            "{request} という発行要求はありません。まず予約してください。",
            "There is no request {request}. Reserve first."),
    LEGAL_CLOCK_UNUSABLE(
            "MYNA-SRV-030",
            Audience.OPERATOR,
            "法定時刻のファイル {file} を使えません（{reason}）。控えから戻してください。消すと、法定時刻はこの機械の時刻に戻ります。",
            "The file {file} of the legal clock cannot be used ({reason}). Restore it from a backup;"
                    + " without it, legal time is this machine's again."),
    FOLDER_IN_USE(
            "MYNA-SRV-031",
            Audience.OPERATOR,
            "データのフォルダー {folder} は、動いているサーバー（{holder}）が使っています。そのサーバーを使うか、"
                    + "終えるか、別のフォルダー（--data）を選んでください。",
            "The data folder {folder} is in use by a running server ({holder}). Use that one, end it,"
                    + " or choose another folder (--data)."),
    DISK_FULL(
            "MYNA-SRV-032",
            Audience.OPERATOR,
            "{folder} のディスクに空きがありません（残り {left} MB、必要 {needed} MB）。空きを作ってからもう一度開始してください。",
            "The disk of {folder} is full ({left} MB left, {needed} MB needed). Make room, then start"
                    + " again."),
    ORGANISATION_MISSING(
            "MYNA-SRV-033",
            Audience.OPERATOR,
            "この機械には {needed} が必要ですが、ありません。--roles に加えるか、"
                    + "openmyna.remote.{needed} にほかの機械を指定してください。",
            "This machine needs {needed}, which is not on it. Add it to --roles, or name another"
                    + " machine with openmyna.remote.{needed}.");

    private final ErrorText text;

    ServerError(String code, Audience audience, String japanese, String english) {
        this.text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
