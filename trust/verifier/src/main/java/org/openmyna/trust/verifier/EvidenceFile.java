package org.openmyna.trust.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.BasicOcspResponse;
import org.openmyna.trust.profile.CaCertificate;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.OcspRequest;
import org.openmyna.trust.profile.OcspResponse;
import org.openmyna.trust.profile.RevocationList;
import org.openmyna.trust.profile.RevocationListView;

/**
 * How an {@link EvidenceBundle} is written. Its manifest is ASCII, each line ended by one line
 * feed:
 *
 * <pre>
 * OpenMyna evidence 1
 * key: USER_AUTHENTICATION
 * digest: SHA_256
 * content: (the digest of what was signed, lower-case hexadecimal)
 * valid-at: 2026-11-24T03:00:00Z
 * judged-at: 2026-11-24T03:00:00Z
 * verdict: accepted
 * </pre>
 *
 * Every value has one spelling, and what reads takes that one alone. A login, and nothing else, has
 * its challenge with it: without one nobody would know what the key was used for.
 */
final class EvidenceFile {
    static final int LONGEST = 64 << 20;

    private static final String TITLE = "OpenMyna evidence 1";
    private static final String MANIFEST = "manifest.txt";
    private static final String CHALLENGE = "challenge.txt";
    private static final String SIGNATURE = "signature.bin";
    private static final String CERTIFICATE = "certificate.cer";
    private static final String ISSUER = "issuer.cer";
    private static final String LIST = "status.crl";
    private static final String QUESTION = "status-question.der";
    private static final String ANSWER = "status-answer.der";
    private static final String CHECKS = "checks.txt";
    private static final int LONGEST_SMALL_PART = 65_536;
    private static final Set<String> BIG = Set.of(LIST, ANSWER);

    private EvidenceFile() {}

    static byte[] write(EvidenceBundle.Recorded recorded) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(MANIFEST, ascii(manifest(recorded)));
        recorded.challenge().ifPresent(challenge -> parts.put(CHALLENGE, challenge.bytes()));
        parts.put(SIGNATURE, recorded.signature());
        parts.put(CERTIFICATE, recorded.certificate());
        parts.put(ISSUER, recorded.issuer().der());
        switch (recorded.status()) {
            case StatusData.ByList(RevocationListView list) -> parts.put(LIST, keepable(list));
            case StatusData.ByAnswer(OcspRequest asked, BasicOcspResponse answer) -> {
                parts.put(QUESTION, asked.der());
                parts.put(ANSWER, answer.der());
            }
            case StatusData.Missing missing ->
                    throw new IllegalStateException("accepted without status");
        }
        parts.put(CHECKS, recorded.checks().get().getBytes(StandardCharsets.UTF_8));
        return StoredZip.write(parts);
    }

    /** An entry of a list has at least 30 bytes: a list too long is not even copied. */
    private static byte[] keepable(RevocationListView list) {
        if (list.size() > LONGEST / 30) throw new EvidenceTooLarge(LONGEST);
        byte[] der = list.der();
        if (der.length > LONGEST - 8 * LONGEST_SMALL_PART) throw new EvidenceTooLarge(LONGEST);
        return der;
    }

    private static String manifest(EvidenceBundle.Recorded recorded) {
        return String.join(
                "\n",
                TITLE,
                "key: " + recorded.key(),
                "digest: " + recorded.content().algorithm(),
                "content: " + HexFormat.of().formatHex(recorded.content().digest()),
                "valid-at: " + recorded.validAt(),
                "judged-at: " + recorded.judgedAt(),
                "verdict: accepted",
                "");
    }

    static EvidenceBundle.Recorded read(byte[] file) {
        must(file.length <= LONGEST, "length");
        Map<String, byte[]> parts = StoredZip.read(file);
        Optional<LoginChallenge> challenge =
                Optional.ofNullable(parts.get(CHALLENGE)).map(EvidenceFile::challenge);
        EvidenceBundle.Recorded recorded = read(parts, challenge);
        must(Arrays.equals(write(recorded), file), "parts");
        return recorded;
    }

    private static EvidenceBundle.Recorded read(
            Map<String, byte[]> parts, Optional<LoginChallenge> challenge) {
        String[] lines = text(parts, MANIFEST).split("\n", -1);
        must(lines.length == 8 && lines[0].equals(TITLE), MANIFEST);
        ContentDigest algorithm = named(ContentDigest.class, value(lines[2], "digest: "));
        SignedContent content = content(algorithm, value(lines[3], "content: "));
        challenge.ifPresent(of ->
                must(
                        Arrays.equals(content.digest(), algorithm.start().digest(of.bytes())),
                        CHALLENGE));
        CaKind key = named(CaKind.class, value(lines[1], "key: "));
        must((key == CaKind.USER_AUTHENTICATION) == challenge.isPresent(), CHALLENGE);
        return new EvidenceBundle.Recorded(
                key,
                challenge,
                content,
                part(parts, SIGNATURE),
                part(parts, CERTIFICATE),
                issuer(part(parts, ISSUER)),
                status(parts),
                instant(value(lines[4], "valid-at: ")),
                instant(value(lines[5], "judged-at: ")),
                checks(text(parts, CHECKS)));
    }

    private static Supplier<String> checks(String text) {
        return () -> text;
    }

    private static StatusData status(Map<String, byte[]> parts) {
        try {
            byte[] list = parts.get(LIST);
            if (list != null) return new StatusData.ByList(RevocationList.parse(list));
            OcspRequest asked = OcspRequest.parse(part(parts, QUESTION));
            return switch (OcspResponse.parse(part(parts, ANSWER))) {
                case BasicOcspResponse answer -> new StatusData.ByAnswer(asked, answer);
                case OcspResponse.Refused refused -> throw new EvidenceMalformed(ANSWER);
            };
        } catch (EvidenceMalformed named) {
            throw named;
        } catch (MynaException unreadable) {
            throw new EvidenceMalformed("status");
        }
    }

    private static LoginChallenge challenge(byte[] bytes) {
        try {
            return LoginChallenge.parse(bytes);
        } catch (LoginChallengeMalformed malformed) {
            throw new EvidenceMalformed(CHALLENGE);
        }
    }

    private static CaCertificate issuer(byte[] der) {
        try {
            return CaCertificate.parse(der);
        } catch (MynaException malformed) {
            throw new EvidenceMalformed(ISSUER);
        }
    }

    private static SignedContent content(ContentDigest algorithm, String hex) {
        must(hex.length() == 2 * algorithm.length() && hex.matches("[0-9a-f]*"), "content");
        return SignedContent.ofDigest(algorithm, HexFormat.of().parseHex(hex));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new EvidenceMalformed("time");
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new EvidenceMalformed(MANIFEST);
        }
    }

    private static String value(String line, String name) {
        must(line.startsWith(name), MANIFEST);
        return line.substring(name.length());
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(part(parts, name), StandardCharsets.UTF_8);
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        byte[] part = parts.get(name);
        if (part == null || (part.length > LONGEST_SMALL_PART && !BIG.contains(name)))
            throw new EvidenceMalformed(name);
        return part;
    }

    private static void must(boolean holds, String what) {
        if (!holds) throw new EvidenceMalformed(what);
    }

    /** One line a check: clause, what it was, on which data. */
    static String checks(List<Evidence> evidence) {
        return evidence.stream()
                .map(each ->
                        each.at()
                                + " "
                                + each.check().english()
                                + " / "
                                + each.check().japanese()
                                + " ["
                                + each.check().clause()
                                + "] "
                                + new TreeMap<>(each.data()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
