package org.openmyna.trust.authority;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.log.Sha256;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.ValidityRule;

/** Writes the record of a ceremony, in Japanese with English beside it. */
final class TranscriptText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'JST'", Locale.ROOT);
    private static final String LINE = "-".repeat(78);

    private final Generation generation;
    private final CeremonyNotes notes;
    private final Instant date;
    private final StringBuilder text = new StringBuilder();

    TranscriptText(Generation generation, CeremonyNotes notes, Instant date) {
        this.generation = generation;
        this.notes = notes;
        this.date = date;
    }

    String write() {
        CaCertificate certificate = generation.certificate();
        line("鍵生成の式の記録 / Transcript of a key ceremony");
        if (certificate.hierarchy() == Hierarchy.TEST) line("試験用 TEST: この鍵は実在の認証局のものではない");
        line(LINE);
        field("認証局 / authority", authority(generation.ca()));
        field("鍵世代 / generation", generation.number() + " (" + generation.id() + ")");
        field("日時 / date", at(date));
        field("場所 / place", notes.place());
        field("執行 / officers", people(notes.officers()));
        field("立会 / witnesses", people(notes.witnesses()));
        line(LINE);
        field("鍵方式 / key algorithm", generation.algorithm().name());
        field("鍵識別子 / key identifier", hex(certificate.subjectKeyId()));
        field("鍵の名前 / name in the vault", generation.keyName());
        field("番号方式 / serial numbers", generation.serials().name());
        field("証明書番号 / certificate serial", certificate.serial().toString());
        field("有効期間 / validity", at(certificate.notBefore()));
        field("", at(certificate.notAfter()));
        field("SHA-256", hex(Sha256.of(certificate.der())));
        line("ログ / log: この記録と同じ取引で GENERATION として記帳した。");
        line("    Entered as GENERATION in the transaction that keeps this record.");
        line(LINE);
        line("確認 / checks performed");
        check("署名前に別実装の検査器がプロファイルとの一致を確かめた", "linted before signing, by other code");
        check("自己署名を検証した", "the self-signature verifies");
        check("鍵識別子は公開鍵の SHA-1 と一致する", "the key identifier is the SHA-1 of the public key");
        check("秘密鍵は保管場所の中で作られ、そこから出ていない", "the private key was made in the vault and never left");
        line(LINE);
        line("署名欄 / signatures");
        people().forEach(person -> line("  " + person + "  ______________________________"));
        return text.toString();
    }

    private List<String> people() {
        return Stream.concat(notes.officers().stream(), notes.witnesses().stream()).toList();
    }

    private static String people(List<String> names) {
        return names.isEmpty() ? "なし / nobody" : String.join("、", names);
    }

    private static String authority(CaKind ca) {
        return switch (ca) {
            case SIGNATURE -> "署名用認証局 / CA for digital signatures";
            case USER_AUTHENTICATION -> "利用者証明用認証局 / CA for user authentication";
        };
    }

    private static String at(Instant moment) {
        return TIME.format(ZonedDateTime.ofInstant(moment, ValidityRule.JAPAN));
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    private void field(String name, String value) {
        line(name.isEmpty() ? "    " + value : name + ": " + value);
    }

    private void check(String japanese, String english) {
        line("  [x] " + japanese + " / " + english);
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
