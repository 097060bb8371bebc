package org.openmyna.card.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CardObject;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;

/**
 * A card of the reference on paper: files, counters and who opens what, with the quirks that real
 * cards and readers have. The chip of OpenMyna is another program and is tested elsewhere.
 */
final class PaperCard implements CardChannel {
    /** How it answers what the reference leaves open. */
    enum Quirk {
        NONE,
        /** The file ends with 6282 instead of 9000. */
        WARNS_AT_THE_END,
        /** A wrong Le is told with 6Cxx. */
        TELLS_THE_LENGTH,
        /** Answers come in two pieces with 61xx. */
        GIVES_PIECES,
        /** At most 100 bytes at a time. */
        GIVES_LITTLE,
        /** Extended commands are refused. */
        SHORT_ONLY
    }

    record Pin(String value, int left) {}

    final Map<CardFile, byte[]> files = new HashMap<>();
    final Map<CardFile, Set<PinReference>> openers = new HashMap<>();
    final Map<PinReference, Pin> pins = new EnumMap<>(PinReference.class);
    final Map<CardFile, KeyPair> keys = new HashMap<>();
    final Map<CardApplication, CardFile> defaultKeys = new EnumMap<>(CardApplication.class);
    final Map<CardObject, byte[]> objects = new EnumMap<>(CardObject.class);
    final Set<CardApplication> missing = new HashSet<>();
    final List<String> heard = new ArrayList<>();
    Quirk quirk = Quirk.NONE;
    boolean closed;

    /** An application that disappears after a command. */
    Function<String, @Nullable CardApplication> missingAfter = apdu -> null;

    /** What a copy without the key has instead. */
    byte @Nullable [] recordedAnswer;

    private CardApplication application = CardApplication.ISSUER_SECURITY_DOMAIN;
    private @Nullable CardFile file;
    private final Set<PinReference> verified = new HashSet<>();
    private byte[] rest = {};

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        heard.add(HexFormat.of().withUpperCase().formatHex(command.bytes()));
        if (quirk == Quirk.SHORT_ONLY
                && command.bytes().length == 7
                && command.data().length == 0) {
            return sw(0x6700);
        }
        CardApplication lost = missingAfter.apply(heard.getLast());
        if (lost != null) missing.add(lost);
        return switch (command.cla() << 8 | command.ins()) {
            case 0x00A4 -> command.p1() == 0x04 ? selectApplication(command) : selectFile(command);
            case 0x0020 -> verify(command);
            case 0x00B0 -> read(command);
            case 0x00B2 -> record(command);
            case 0x00C0 -> takeRest(command.expected());
            case 0x00CA -> getData(command);
            case 0x0024 -> change(command, command.p1() == 0x01);
            case 0x8032 -> change(command, command.p1() == 0x00);
            case 0x802A -> sign(command);
            case 0x0088 -> ok(command.data().length == 0 ? new byte[0] : new byte[256]);
            default -> sw(0x6D00);
        };
    }

    private ResponseApdu selectApplication(CommandApdu command) {
        for (CardApplication each : CardApplication.values()) {
            if (Arrays.equals(each.aid(), command.data()) && !missing.contains(each)) {
                application = each;
                file = null;
                verified.clear();
                return sw(0x9000);
            }
        }
        return sw(0x6A82);
    }

    private ResponseApdu selectFile(CommandApdu command) {
        int id = ByteBuffer.wrap(command.data()).getShort();
        Optional<CardFile> found = CardFile.of(application, id).filter(this::exists);
        file = found.orElse(null);
        return sw(found.isPresent() ? 0x9000 : 0x6A82);
    }

    private boolean exists(CardFile each) {
        return files.containsKey(each)
                || keys.containsKey(each)
                || pins.keySet().stream().anyMatch(pin -> pin.file().equals(each));
    }

    private Optional<PinReference> reference() {
        return pins.keySet().stream().filter(pin -> pin.file().equals(file)).findFirst();
    }

    private ResponseApdu verify(CommandApdu command) {
        if (reference().isEmpty()) return sw(0x6981);
        PinReference reference = reference().get();
        Pin pin = Objects.requireNonNull(pins.get(reference));
        if (command.data().length == 0) return sw(0x63C0 | pin.left());
        if (pin.left() == 0) return sw(0x6984);
        boolean right = pin.value().equals(text(command));
        int left = right ? reference.tryLimit() : pin.left() - 1;
        pins.put(reference, new Pin(pin.value(), left));
        if (right) verified.add(reference);
        else verified.remove(reference);
        return sw(right ? 0x9000 : 0x63C0 | left);
    }

    private static String text(CommandApdu command) {
        return new String(command.data(), StandardCharsets.US_ASCII);
    }

    private ResponseApdu change(CommandApdu command, boolean knownForm) {
        if (!knownForm) return sw(0x6A86);
        if (reference().isEmpty()) return sw(0x6981);
        if (!verified.contains(reference().get())) return sw(0x6982);
        pins.put(reference().get(), new Pin(text(command), reference().get().tryLimit()));
        return sw(0x9000);
    }

    private ResponseApdu read(CommandApdu command) {
        byte[] content = files.get(file);
        if (content == null) return sw(0x6986);
        Set<PinReference> any = openers.getOrDefault(file, Set.of());
        if (!any.isEmpty() && any.stream().noneMatch(verified::contains)) return sw(0x6982);
        int offset = command.p1() << 8 | command.p2();
        if (offset >= content.length) return sw(0x6B00);
        int there = content.length - offset;
        int most = quirk == Quirk.GIVES_LITTLE ? 100 : Integer.MAX_VALUE;
        int length = Math.min(Math.min(there, command.expected()), most);
        byte[] part = Arrays.copyOfRange(content, offset, offset + length);
        boolean ends = there < command.expected();
        return switch (quirk) {
            case WARNS_AT_THE_END ->
                    new ResponseApdu(part, sw(ends ? 0x6282 : 0x9000).statusWord());
            case TELLS_THE_LENGTH -> ends ? sw(0x6C00 | there) : ok(part);
            case GIVES_PIECES -> {
                int half = part.length / 2;
                rest = Arrays.copyOfRange(part, half, part.length);
                yield new ResponseApdu(Arrays.copyOf(part, half), more().statusWord());
            }
            default -> ok(part);
        };
    }

    private ResponseApdu takeRest(int most) {
        byte[] taken = Arrays.copyOf(rest, Math.min(most, rest.length));
        rest = Arrays.copyOfRange(rest, taken.length, rest.length);
        return new ResponseApdu(taken, more().statusWord());
    }

    private ResponseApdu more() {
        return sw(rest.length == 0 ? 0x9000 : 0x6100 | (rest.length < 256 ? rest.length : 0));
    }

    private ResponseApdu record(CommandApdu command) {
        if (command.p2() >> 3 != 0) file = CardFile.of(application, command.p2() >> 3).orElse(null);
        byte[] content = files.get(file);
        if (content == null) return sw(0x6986);
        return command.p1() == 1 ? ok(content) : sw(0x6A83);
    }

    private ResponseApdu getData(CommandApdu command) {
        if (application != CardApplication.ISSUER_SECURITY_DOMAIN) return sw(0x6A88);
        Optional<CardObject> asked = CardObject.ofTag(command.p1() << 8 | command.p2());
        byte[] object = asked.isEmpty() ? null : objects.get(asked.get());
        if (object == null) return sw(0x6A88);
        return object.length > command.expected() ? sw(0x6700) : ok(object);
    }

    private ResponseApdu sign(CommandApdu command) {
        CardFile key = command.p2() == 0 ? defaultKeys.get(application) : file;
        KeyPair pair = keys.get(key);
        if (recordedAnswer != null) return ok(recordedAnswer);
        if (pair == null) return sw(0x6986);
        return ok(signature(pair, command.data()));
    }

    /** Type 1 padding and the private key: what the chip does. */
    static byte[] signature(KeyPair pair, byte[] digestInfo) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(Cipher.ENCRYPT_MODE, pair.getPrivate());
            return rsa.doFinal(digestInfo);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ResponseApdu ok(byte[] data) {
        return new ResponseApdu(data, sw(0x9000).statusWord());
    }

    private static ResponseApdu sw(int value) {
        return ResponseApdu.parse(new byte[] {(byte) (value >> 8), (byte) value});
    }

    @Override
    public byte[] atr() {
        return HexFormat.of().parseHex("3BE000FF8131FE4514");
    }

    @Override
    public void close() {
        closed = true;
    }
}
