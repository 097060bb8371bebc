package org.openmyna.card.protocol;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Card recognition data, object 0066 (GlobalPlatform Card Specification 2.3.1, H.2): object
 * identifiers under 1.2.840.114283 that say how the card is managed.
 *
 * @param version of the specification, two or three numbers of at most 127, such as {@code 2.3.1}
 * @param secureChannel number of the secure channel protocol, such as 3
 * @param options its options, the byte i, 0 to 127 ({@code 60})
 */
public record CardRecognition(String version, int secureChannel, int options) {
    private static final String FILE = CardObject.RECOGNITION.label();
    private static final byte[] ARC = HexFormat.of().parseHex("2A864886FC6B");
    private static final int OUTER_TAG = 0x66;
    private static final int TAG = 0x73;
    private static final int IDENTIFIER_TAG = 0x06;
    private static final int VERSION_TAG = 0x60;
    private static final int IDENTIFICATION_TAG = 0x63;
    private static final int SECURE_CHANNEL_TAG = 0x64;

    /**
     * @throws CardFileMalformed if a number is over 127 or the version has another form
     */
    public CardRecognition {
        if (!version.matches("[0-9]{1,3}(\\.[0-9]{1,3}){1,2}")) {
            throw new CardFileMalformed(FILE, "the version is not such as 2.3.1");
        }
        numbers(version);
        checkArc(secureChannel);
        checkArc(options);
    }

    /** The value with its tags 66 and 73. */
    public byte[] encode() {
        byte[] data =
                new TlvWriter(FILE)
                        .element(IDENTIFIER_TAG, identifier(1))
                        .element(VERSION_TAG, wrapped(2, numbers(version)))
                        .element(IDENTIFICATION_TAG, wrapped(3))
                        .element(SECURE_CHANNEL_TAG, wrapped(4, secureChannel, options))
                        .within(TAG);
        return new TlvWriter(FILE).octets(data).within(OUTER_TAG);
    }

    /**
     * @param value with or without the outer tag 66; what follows the four first identifiers is not
     *     looked at
     * @throws CardFileMalformed if they are not there
     */
    public static CardRecognition decode(byte[] value) {
        var reader = TlvReader.tolerant(FILE, value);
        if (reader.begins(OUTER_TAG)) reader = reader.enter(OUTER_TAG);
        reader = reader.enter(TAG);
        arcs(reader, 1, 0, 0);
        int[] version = only(reader.enter(VERSION_TAG), 2, 2, 3);
        reader.value(IDENTIFICATION_TAG);
        int[] channel = only(reader.enter(SECURE_CHANNEL_TAG), 4, 2, 2);
        String text =
                Arrays.stream(version).mapToObj(Integer::toString).collect(Collectors.joining("."));
        return new CardRecognition(text, channel[0], channel[1]);
    }

    private static int[] only(TlvReader reader, int kind, int fewest, int most) {
        int[] arcs = arcs(reader, kind, fewest, most);
        reader.end();
        return arcs;
    }

    private static int[] arcs(TlvReader reader, int kind, int fewest, int most) {
        byte[] identifier = reader.value(IDENTIFIER_TAG);
        int known = ARC.length + 1;
        int count = identifier.length - known;
        if (count < fewest
                || count > most
                || !Arrays.equals(ARC, Arrays.copyOf(identifier, ARC.length))
                || identifier[ARC.length] != kind) {
            throw new CardFileMalformed(FILE, "not the object identifier number " + kind);
        }
        int[] arcs = new int[count];
        for (int at = 0; at < count; at++) {
            arcs[at] = identifier[known + at];
            checkArc(arcs[at]);
        }
        return arcs;
    }

    private static int[] numbers(String version) {
        int[] numbers = Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        for (int each : numbers) checkArc(each);
        return numbers;
    }

    private static void checkArc(int number) {
        if (number < 0 || number > 127) throw new CardFileMalformed(FILE, "a number over 127");
    }

    private static byte[] wrapped(int kind, int... arcs) {
        return new TlvWriter(FILE).element(IDENTIFIER_TAG, identifier(kind, arcs)).bytes();
    }

    private static byte[] identifier(int kind, int... arcs) {
        var out = new TlvWriter(FILE).octets(ARC).octet(kind);
        for (int each : arcs) out.octet(each);
        return out.bytes();
    }
}
