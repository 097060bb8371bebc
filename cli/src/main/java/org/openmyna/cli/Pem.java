package org.openmyna.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are DER, or DER in PEM (RFC 7468). */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\\s]+)-----END ");

    private Pem() {}

    /** The first block of a PEM file; bytes that are none stay as they are. */
    static byte[] der(byte[] file) {
        Matcher block = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        return block.find() ? Base64.getMimeDecoder().decode(block.group(1)) : file;
    }
}
