package org.openmyna.trust.authority;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.CertificateSerial;
import org.openmyna.trust.profile.Hierarchy;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/**
 * One line of the ledger file: number, verb, what it needs, and the SHA-256 of the line before's
 * hash and of everything in this line that stands before its own hash. Fields are separated by one
 * blank and hold none.
 *
 * <pre>
 * 1 established SIGNATURE TEST 5f0c…
 * 2 generation MIID… 91aa…
 * 3 issued holder-or-colon MIIG… 77e1…
 * 4 revoked 2 1795410000 SUPERSEDED 0be2…
 * 5 listed 1 1795410000 Hyogo-ken/Himeji-shi c3d4…
 * </pre>
 */
final class LedgerLine {
    /** What the first line is chained to. */
    static final String NO_HASH = "0".repeat(64);

    private LedgerLine() {}

    /** The line without its hash and line end. */
    static String write(long number, LedgerEntry entry) {
        return number
                + " "
                + switch (entry) {
                    case LedgerEntry.Established(CaKind kind, Hierarchy hierarchy) ->
                            "established " + kind + " " + hierarchy;
                    case LedgerEntry.Generation(CaCertificate certificate) ->
                            "generation " + base64(certificate.der());
                    case LedgerEntry.Issued(JpkiCertificate certificate, var holder) ->
                            "issued "
                                    // no id holds a colon
                                    + holder.map(HolderId::value).orElse(":")
                                    + " "
                                    + base64(certificate.der());
                    case LedgerEntry.Revoked(
                                    CertificateSerial serial,
                                    Instant when,
                                    RevocationReason reason) ->
                            "revoked "
                                    + serial.value()
                                    + " "
                                    + when.getEpochSecond()
                                    + " "
                                    + reason;
                    case LedgerEntry.Listed(long list, Instant when, String scope) ->
                            "listed " + list + " " + when.getEpochSecond() + " " + scope;
                };
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws Unreadable if it is not that
     */
    static LedgerEntry read(long number, String line) {
        String[] field = line.split(" ", -1);
        if (field.length < 3 || !field[0].equals(Long.toString(number))) {
            throw new Unreadable("not line " + number);
        }
        try {
            LedgerEntry entry = entry(field);
            // one entry has one spelling: what would be written again differently is not ours
            if (!write(number, entry).equals(line)) {
                throw new Unreadable("not as it would be written");
            }
            return entry;
        } catch (MynaException
                | IllegalArgumentException
                | DateTimeException
                | ArrayIndexOutOfBoundsException broken) {
            throw new Unreadable(String.valueOf(broken.getMessage()));
        }
    }

    private static LedgerEntry entry(String[] field) {
        return switch (field[1]) {
            case "established" ->
                    new LedgerEntry.Established(
                            CaKind.valueOf(field[2]), Hierarchy.valueOf(field[3]));
            case "generation" -> new LedgerEntry.Generation(CaCertificate.parse(bytes(field[2])));
            case "issued" ->
                    new LedgerEntry.Issued(
                            JpkiCertificate.parse(bytes(field[3])),
                            field[2].equals(":")
                                    ? Optional.empty()
                                    : Optional.of(new HolderId(field[2])));
            case "revoked" ->
                    new LedgerEntry.Revoked(
                            new CertificateSerial(new BigInteger(field[2])),
                            second(field[3]),
                            RevocationReason.valueOf(field[4]));
            case "listed" ->
                    new LedgerEntry.Listed(Long.parseLong(field[2]), second(field[3]), field[4]);
            default -> throw new Unreadable("unknown verb");
        };
    }

    static String hash(String before, String line) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((before + line).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static Instant second(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    /** A line is not what this program writes; the file's reader adds where. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
