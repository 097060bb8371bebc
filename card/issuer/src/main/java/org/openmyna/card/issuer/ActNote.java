package org.openmyna.card.issuer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.CaKind;
import org.openmyna.trust.profile.IssuingOffice;
import org.openmyna.trust.profile.JpkiCertificate;
import org.openmyna.trust.profile.RevocationReason;

/**
 * What is on the disk while an act runs, see {@link Act}.
 *
 * @param openUser name under which an act asks for a user authentication certificate; whether it
 *     got one, and how far that has come, the authority knows
 * @param openSignature the same for a signature certificate
 * @param ready present from just before the commit on
 */
record ActNote(Optional<String> openUser, Optional<String> openSignature, Optional<Ready> ready) {
    static final ActNote NONE = new ActNote(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * All is prepared: the state of the card tells whether the act took place.
     *
     * @param before {@link CardSight#state()} without the act
     * @param after with it
     * @param office of the holder with the act
     * @param reason for which the replaced certificates are revoked
     * @param issued for the card with the act
     * @param replaced dead with the act
     * @param done the act took place, and what it replaced is revoked; kept until the next act, in
     *     case that its answer did not reach the register
     */
    record Ready(
            String before,
            String after,
            IssuingOffice office,
            RevocationReason reason,
            List<JpkiCertificate> issued,
            List<JpkiCertificate> replaced,
            boolean done) {
        Ready concluded() {
            return new Ready(before, after, office, reason, issued, replaced, true);
        }
    }

    boolean isEmpty() {
        return openUser.isEmpty() && openSignature.isEmpty() && ready.isEmpty();
    }

    ActNote with(Ready all) {
        return new ActNote(openUser, openSignature, Optional.of(all));
    }

    /** Nothing is under way any more; the rest is for a register that missed the answer. */
    ActNote concluded() {
        return new ActNote(Optional.empty(), Optional.empty(), ready.map(Ready::concluded));
    }

    Optional<Certificates.Name> user() {
        return openUser.map(name -> new Certificates.Name(CaKind.USER_AUTHENTICATION, name));
    }

    Optional<Certificates.Name> signature() {
        return openSignature.map(name -> new Certificates.Name(CaKind.SIGNATURE, name));
    }

    /** What was asked for, the login certificate first. */
    List<Certificates.Name> asked() {
        return Stream.concat(user().stream(), signature().stream()).toList();
    }

    /** Lines of words. */
    String text() {
        List<String> lines = new ArrayList<>();
        openUser.ifPresent(name -> lines.add("open-user " + name));
        openSignature.ifPresent(name -> lines.add("open-signature " + name));
        ready.ifPresent(all -> {
            IssuingOffice office = all.office;
            lines.add(
                    (all.done ? "done " : "ready ")
                            + all.before
                            + " "
                            + all.after
                            + " "
                            + all.reason);
            lines.add(
                    String.join(
                            " ",
                            "office",
                            office.code().digits(),
                            office.prefecture(),
                            office.municipality(),
                            office.counter()));
            all.issued.forEach(each -> lines.add("issued " + base64(each)));
            all.replaced.forEach(each -> lines.add("replaced " + base64(each)));
        });
        lines.add("end");
        return String.join("\n", lines) + "\n";
    }

    /**
     * @throws ActNoteDamaged if it is no such text (MYNA-ISS-037)
     */
    static ActNote parse(String card, String text) {
        try {
            return parse(text.lines().map(line -> line.split(" ")).toList());
        } catch (MynaException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new ActNoteDamaged(card);
        }
    }

    private static ActNote parse(List<String[]> lines) {
        if (!lines.getLast()[0].equals("end")) throw new IllegalArgumentException("no end");
        Optional<String> openUser = Optional.empty();
        Optional<String> openSignature = Optional.empty();
        Optional<String[]> states = Optional.empty();
        Optional<IssuingOffice> office = Optional.empty();
        List<JpkiCertificate> issued = new ArrayList<>();
        List<JpkiCertificate> replaced = new ArrayList<>();
        for (String[] words : lines) {
            switch (words[0]) {
                case "open-user" -> openUser = Optional.of(words[1]);
                case "open-signature" -> openSignature = Optional.of(words[1]);
                case "ready", "done" -> states = Optional.of(words);
                case "office" ->
                        office =
                                Optional.of(
                                        new IssuingOffice(
                                                MunicipalityCode.parse(words[1]),
                                                words[2],
                                                words[3],
                                                words[4]));
                case "issued" -> issued.add(certificate(words[1]));
                case "replaced" -> replaced.add(certificate(words[1]));
                case "end" -> {}
                default -> throw new IllegalArgumentException(words[0]);
            }
        }
        if (states.isEmpty()) return new ActNote(openUser, openSignature, Optional.empty());
        String[] words = states.get();
        return new ActNote(
                openUser,
                openSignature,
                Optional.of(
                        new Ready(
                                words[1],
                                words[2],
                                office.orElseThrow(IllegalArgumentException::new),
                                RevocationReason.valueOf(words[3]),
                                List.copyOf(issued),
                                List.copyOf(replaced),
                                words[0].equals("done"))));
    }

    private static String base64(JpkiCertificate certificate) {
        return Base64.getEncoder().encodeToString(certificate.der());
    }

    private static JpkiCertificate certificate(String base64) {
        return JpkiCertificate.parse(Base64.getDecoder().decode(base64));
    }
}
