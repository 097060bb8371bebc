package org.openmyna.database;

import org.openmyna.kernel.Audience;
import org.openmyna.kernel.ErrorCode;
import org.openmyna.kernel.ErrorText;

/** The reasons of this room, MYNA-DBS-nnn. */
enum DatabaseError implements ErrorCode {
    PLATFORM_NOT_SERVED(
            "MYNA-DBS-001",
            Audience.OPERATOR,
            "内蔵の PostgreSQL は {platform} では動きません。別に用意した PostgreSQL の URL を指定してください。",
            "There is no embedded PostgreSQL for {platform}. Name the URL of a PostgreSQL of your own."),
    USER_NAMESPACES_FORBIDDEN(
            "MYNA-DBS-002",
            Audience.OPERATOR,
            "PostgreSQL は root や名前のない利用者では動かず、このマシンはユーザー名前空間（unshare -U）を許していません（{reason}）。ふつうの利用者で動かすか、別の PostgreSQL の URL を指定してください。",
            "PostgreSQL runs neither as root nor as a user without a name, and this machine forbids user namespaces (unshare -U: {reason}). Run as an"
                    + " ordinary user, or name the URL of a PostgreSQL of your own."),
    BINARIES_NOT_UNPACKED(
            "MYNA-DBS-003",
            Audience.OPERATOR,
            "PostgreSQL のプログラムを {folder} に展開できません（{reason}）。空き容量と権限を確かめてください。",
            "The programs of PostgreSQL cannot be unpacked into {folder} ({reason}). Check space and permissions."),
    FOLDER_NOT_USABLE(
            "MYNA-DBS-004",
            Audience.OPERATOR,
            "データベースのフォルダー {folder} を使えません（{reason}）。場所と権限を確かめてください。",
            "The database folder {folder} cannot be used ({reason}). Check place and permissions."),
    FOLDER_OPEN_TO_OTHERS(
            "MYNA-DBS-005",
            Audience.OPERATOR,
            "{file} を所有者以外も使えます。権限を所有者だけにしてください。",
            "{file} can be used by others than its owner. Allow its owner alone."),
    OTHER_MAJOR_VERSION(
            "MYNA-DBS-006",
            Audience.OPERATOR,
            "{folder} は PostgreSQL {found} のデータで、このプログラムは {expected} です。同じ版のプログラムで書き出してください。",
            "{folder} holds data of PostgreSQL {found}, and this program brings {expected}. Export it with the program that made it."),
    SERVER_NOT_STARTED(
            "MYNA-DBS-007",
            Audience.OPERATOR,
            "{folder} の PostgreSQL を起動できません（{reason}）。詳しくは {log} を見てください。",
            "PostgreSQL in {folder} does not start ({reason}). See {log}."),
    CLUSTER_NOT_MADE(
            "MYNA-DBS-008",
            Audience.OPERATOR,
            "{folder} に PostgreSQL のデータを作れません（{reason}）。空き容量と権限を確かめてください。",
            "The data of PostgreSQL cannot be made in {folder} ({reason}). Check space and permissions."),
    PASSWORD_NOT_READABLE(
            "MYNA-DBS-009",
            Audience.OPERATOR,
            "パスワードのファイル {file} がありません。控えから戻してください。",
            "The file of the password, {file}, is missing. Restore it from a backup."),
    SERVER_NOT_STOPPED(
            "MYNA-DBS-010",
            Audience.OPERATOR,
            "{folder} の PostgreSQL が止まりません（{reason}）。データは無事で、次の起動で使えます。",
            "PostgreSQL in {folder} does not stop ({reason}). The data is safe; the next start will find it."),
    DATABASE_NOT_REACHABLE(
            "MYNA-DBS-020",
            Audience.OPERATOR,
            "データベース {address} を使えません（{reason}）。アドレス、利用者、権限を確かめてください。",
            "The database {address} cannot be used ({reason}). Check address, user and permissions."),
    URL_NOT_USABLE(
            "MYNA-DBS-021",
            Audience.OPERATOR,
            "データベースの URL が正しくありません。jdbc:postgresql://host/db?user=…&password=… の形にしてください。",
            "This is no URL of a database. Write jdbc:postgresql://host/db?user=…&password=…"),
    SERVER_TOO_OLD(
            "MYNA-DBS-022",
            Audience.OPERATOR,
            "{address} は PostgreSQL {version} です。15 から 18 の版が必要です。",
            "{address} is PostgreSQL {version}; 15 to 18 is needed."),
    SCHEMA_NOT_READABLE(
            "MYNA-DBS-023",
            Audience.OPERATOR,
            "{address} に読めるスキーマ {schema} がありません。先に書き込み側を動かし、読み取り用の URL を作ってください。",
            "There is no schema {schema} to read in {address}. Run the writing side first and make a reader's URL there."),
    DATABASE_READ_ONLY(
            "MYNA-DBS-024",
            Audience.OPERATOR,
            "{address} は読み取り専用で開いています。書き込み側で行ってください。",
            "{address} is open for reading only. Do this on the writing side."),
    MIGRATION_FAILED(
            "MYNA-DBS-025",
            Audience.OPERATOR,
            "{organisation} のテーブルを新しくできません（{reason}）。何も失われていません。プログラムの版を確かめてください。",
            "The tables of {organisation} cannot be brought up to date ({reason}). Nothing was lost; check the program's version."),
    ORGANISATION_NAME_REFUSED(
            "MYNA-DBS-026",
            Audience.DEVELOPER,
            "「{name}」は組織の名前に使えません。英小文字で始まる英小文字・数字・下線 1～40 文字にしてください。",
            "'{name}' cannot name an organisation: 1 to 40 lower-case letters, digits and underscores, a letter first."),
    SETTING_REFUSED(
            "MYNA-DBS-027",
            Audience.OPERATOR,
            "PostgreSQL の設定「{name}」は変えられません。名前を確かめてください。",
            "The setting '{name}' of PostgreSQL cannot be changed here. Check its name."),
    DATABASE_CLOSED(
            "MYNA-DBS-028",
            Audience.DEVELOPER,
            "データベース {address} はもう閉じています。開き直してください。",
            "The database {address} is closed. Open it again."),
    SCHEMA_NEWER(
            "MYNA-DBS-029",
            Audience.OPERATOR,
            "{organisation} のテーブルはこのプログラムより新しい版（{version}）です。新しいプログラムを使ってください。何も変えていません。",
            "The tables of {organisation} are of a newer version ({version}) than this program. Use the newer program; nothing was changed.");

    private final ErrorText text;

    DatabaseError(String code, Audience audience, String japanese, String english) {
        text = new ErrorText(code, audience, japanese, english);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
