package org.openmyna.trust.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * The text form of signature files (RFC 7468 9): {@code -----BEGIN CMS-----}, base 64 in lines,
 * {@code -----END CMS-----}. {@link CmsVerifier} reads it wherever it reads a signature file, also
 * under the older label {@code PKCS7}.
 */
public final class CmsPem {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final Set<String> LABELS = Set.of("CMS", "PKCS7");
    private static final int LONGEST_LINE = 1024;

    private CmsPem() {}

    /** The file is no proper PEM; the message says why in a few words. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    /**
     * Takes a signature file in DER and writes it as text, lines of 64 characters.
     *
     * @param text gets the text; closed with the stream that is returned, which writes the last
     *     line then
     * @throws IOException if it cannot be written
     */
    public static OutputStream writing(OutputStream text) throws IOException {
        text.write(ascii(BEGIN + "CMS" + DASHES + "\n"));
        var open =
                new FilterOutputStream(text) {
                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        out.write(bytes, from, count);
                    }

                    @Override
                    public void close() throws IOException {
                        out.write(ascii("\n" + END + "CMS" + DASHES + "\n"));
                        super.close();
                    }
                };
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).wrap(open);
    }

    /** A signature file in DER as text. */
    public static byte[] encode(byte[] cms) {
        var text = new ByteArrayOutputStream(cms.length * 3 / 2);
        try (OutputStream pem = writing(text)) {
            pem.write(cms);
        } catch (IOException neverOnMemory) {
            throw new IllegalStateException(neverOnMemory);
        }
        return text.toByteArray();
    }

    /**
     * The binary form of a signature file in either form. Text must begin with its first line, and
     * nothing but line ends may follow its last. What breaks that shows as {@link Broken}.
     */
    static InputStream binary(InputStream file) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == '-' ? new Lines(in) : in;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Decodes line by line, so that no size of file needs memory. */
    private static final class Lines extends InputStream {
        private final InputStream in;
        private final String label;
        private byte[] decoded = new byte[0];
        private int at;
        private boolean padded;
        private boolean ended;

        Lines(InputStream in) throws IOException {
            this.in = in;
            String first = line();
            if (!first.startsWith(BEGIN) || !first.endsWith(DASHES)) throw new Broken("PEM label");
            label = first.substring(BEGIN.length(), Math.max(BEGIN.length(), first.length() - 5));
            if (!LABELS.contains(label)) throw new Broken("PEM label");
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            while (at == decoded.length && !ended) decode(line());
            if (at == decoded.length) return -1;
            int copied = Math.min(count, decoded.length - at);
            System.arraycopy(decoded, at, bytes, from, copied);
            at += copied;
            return copied;
        }

        private void decode(String line) throws IOException {
            if (line.startsWith(END)) {
                if (!line.equals(END + label + DASHES)) throw new Broken("PEM label");
                for (int octet = in.read(); octet >= 0; octet = in.read())
                    if (octet != '\n' && octet != '\r') throw new Broken("something follows");
                ended = true;
                return;
            }
            if (padded || line.isEmpty()) throw new Broken("PEM line");
            padded = line.endsWith("=");
            try {
                if (line.length() % 4 != 0) throw new Broken("PEM line");
                decoded = Base64.getDecoder().decode(line);
                at = 0;
            } catch (IllegalArgumentException notBase64) {
                throw new Broken("PEM line");
            }
        }

        /** Up to LF or CR LF, which are not part of it. */
        private String line() throws IOException {
            var line = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    if (!line.toString().startsWith(END)) throw new Broken("truncated");
                    break;
                }
                if (line.length() == LONGEST_LINE) throw new Broken("PEM line");
                line.append((char) octet);
            }
            int length = line.length();
            if (length > 0 && line.charAt(length - 1) == '\r') line.setLength(length - 1);
            return line.toString();
        }
    }
}
