package org.openmyna.trust.profile;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The subject of a person's certificate: names no person, only a counter and a draw or a time. */
public sealed interface SubjectName {
    IssuingOffice office();

    /** The CN. */
    String commonName();

    /**
     * User authentication: six digits, {@code E}, seven of A-Z and 0-9, then the counter's id: 23
     * characters. What the first 14 mean is not known; ours are drawn by chance (reference 2.1).
     *
     * @param opaque the first 14
     */
    record UserAuthentication(String opaque, IssuingOffice office) implements SubjectName {
        private static final Pattern OPAQUE = Pattern.compile("[0-9]{6}E[0-9A-Z]{7}");
        private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

        public UserAuthentication {
            if (!OPAQUE.matcher(opaque).matches()) {
                throw new SubjectNameMalformed("first part of the common name", opaque);
            }
        }

        /** A new name. */
        public static UserAuthentication draw(RandomGenerator chance, IssuingOffice office) {
            StringBuilder opaque =
                    new StringBuilder(
                            String.format(Locale.ROOT, "%06dE", chance.nextInt(1_000_000)));
            for (int n = 0; n < 7; n++) {
                opaque.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
            }
            return new UserAuthentication(opaque.toString(), office);
        }

        @Override
        public String commonName() {
            return opaque + office.counterId();
        }
    }

    /**
     * Signature: the second the request was made (Japan time), a sequence number, and the counter's
     * id: 28 characters (reference 2.2).
     *
     * @param sequence 0 to 99,999
     */
    record Signature(LocalDateTime requestedAt, int sequence, IssuingOffice office)
            implements SubjectName {
        private static final DateTimeFormatter TO_THE_SECOND =
                DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

        public Signature {
            if (sequence < 0 || sequence > 99_999) {
                throw new SubjectNameMalformed("sequence", Integer.toString(sequence));
            }
            if (requestedAt.getYear() < 1000 || requestedAt.getYear() > 9999) {
                throw new SubjectNameMalformed("time of request", requestedAt.toString());
            }
        }

        @Override
        public String commonName() {
            return TO_THE_SECOND.format(requestedAt)
                    + String.format(Locale.ROOT, "%05d", sequence)
                    + office.counterId();
        }
    }
}
