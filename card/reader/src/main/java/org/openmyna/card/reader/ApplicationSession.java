package org.openmyna.card.reader;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.Pin;

/**
 * What all clients of one application share: it is selected before use and again after somebody
 * else was; what was verified is forgotten then, and the first command that needs it says so.
 */
final class ApplicationSession {
    private static final long NEVER = -1;

    private final CardSession card;
    private final CardApplication application;
    private final Set<PinReference> verified = EnumSet.noneOf(PinReference.class);
    private final Set<PinReference> lost = EnumSet.noneOf(PinReference.class);
    private long selection = NEVER;

    ApplicationSession(CardSession card, CardApplication application) {
        this.card = card;
        this.application = application;
    }

    /** Selects the application if it is not the current one. */
    void use() {
        if (card.isSelected(application, selection)) return;
        select();
        lost.addAll(verified);
        verified.clear();
    }

    /** Selects the application again, which forgets every verified PIN: a log-out. */
    void logOut() {
        select();
        verified.clear();
        lost.clear();
    }

    private void select() {
        selection = NEVER;
        selection = card.select(application);
    }

    void selectFile(CardFile file) {
        ok("SELECT", select(file));
    }

    private ResponseApdu select(CardFile file) {
        use();
        byte[] id = {(byte) (file.id() >> 8), (byte) file.id()};
        return card.send(CommandApdu.of(0x00, 0xA4, 0x02, 0x0C, id));
    }

    /** Asks for the remaining tries with an empty VERIFY; costs none. */
    Tries tries(PinReference reference) {
        StatusWord selected = select(reference.file()).statusWord();
        if (selected.equals(StatusWord.FILE_NOT_FOUND)) return new Tries.Absent();
        ok("SELECT", new ResponseApdu(new byte[0], selected));
        ResponseApdu answer = send(CommandApdu.of(0x00, 0x20, 0x00, 0x80));
        StatusWord status = answer.statusWord();
        // a card that says 9000 has verified it in this session, and that filled the counter
        if (status.isOk()) return new Tries.Left(reference.tryLimit(), reference.tryLimit());
        if (status.isPinLocked()) return new Tries.Blocked(reference.tryLimit());
        if (status.equals(StatusWord.NOT_VERIFIED)) return new Tries.Unlimited();
        if (isNoReference(status)) return new Tries.Absent();
        int left = status.triesLeft().orElseThrow(() -> refused("VERIFY", status));
        return left == 0
                ? new Tries.Blocked(reference.tryLimit())
                : new Tries.Left(left, reference.tryLimit());
    }

    /**
     * Sends a secret. The remaining tries are read first: a blocked reference is sent nothing, and
     * the last try is spent only if {@code lastTry} allows it.
     */
    PinCheck verify(PinReference reference, Secret secret, LastTry lastTry) {
        switch (tries(reference)) {
            case Tries.Blocked blocked -> {
                return new PinCheck.Locked();
            }
            case Tries.Absent absent -> throw new ReferenceMissing(reference);
            case Tries.Left(int left, int limit) when left == 1 && lastTry == LastTry.KEEP -> {
                return new PinCheck.LastTryKept();
            }
            case Tries.Left left -> {}
            case Tries.Unlimited unlimited -> {}
        }
        ResponseApdu answer =
                secret.lend(ascii -> send(CommandApdu.of(0x00, 0x20, 0x00, 0x80, ascii)));
        StatusWord status = answer.statusWord();
        if (status.isOk()) {
            verified.add(reference);
            lost.remove(reference);
            return new PinCheck.Accepted();
        }
        verified.remove(reference);
        if (status.isPinLocked()) return new PinCheck.Locked();
        OptionalInt left = status.triesLeft();
        if (left.isEmpty()) throw refused("VERIFY", status);
        return left.getAsInt() == 0 ? new PinCheck.Locked() : new PinCheck.Wrong(left.getAsInt());
    }

    /**
     * Sets a new PIN; the old one must have been verified. With CHANGE REFERENCE DATA, new value
     * only; the references 001C want CHANGE KEY of JICSAP instead.
     *
     * @throws NotChangeable if the holder cannot change this reference (MYNA-CRD-062)
     * @throws NewPinMalformed if the new PIN has another shape; nothing was sent (MYNA-CRD-061)
     */
    void changePin(PinReference reference, Pin next) {
        NewPin.check(reference, next);
        selectFile(reference.file());
        if (reference == PinReference.JUKI || reference == PinReference.COMMON) {
            ok("CHANGE KEY", next.lend(pin -> send(CommandApdu.of(0x80, 0x32, 0x00, 0x80, pin))));
        } else {
            ok(
                    "CHANGE REFERENCE DATA",
                    next.lend(pin -> send(CommandApdu.of(0x00, 0x24, 0x01, 0x80, pin))));
        }
    }

    /** The file from its beginning to the end of its one TLV element, filler as it came. */
    byte[] readFile(CardFile file) {
        selectFile(file);
        return new BinaryReader(this, file).element();
    }

    /** A part of a file; shorter if the file ends before. */
    byte[] readPart(CardFile file, int offset, int length) {
        selectFile(file);
        return readCurrentPart(file, offset, length);
    }

    /** The same of the file that is selected already. */
    byte[] readCurrentPart(CardFile file, int offset, int length) {
        return new BinaryReader(this, file).part(offset, length);
    }

    /** One record; empty if the file has no record of that number. */
    Optional<byte[]> readRecord(CardFile file, int number) {
        selectFile(file);
        ResponseApdu answer = send(withLe(0x00, 0xB2, number, 0x04, CommandApdu.SHORT_MAXIMUM));
        if (answer.statusWord().equals(StatusWord.RECORD_NOT_FOUND)) return Optional.empty();
        return Optional.of(ok("READ RECORD", answer).data());
    }

    /** Signature of a key, or of the default key of the application. */
    byte[] sign(int p2, byte[] digestInfo) {
        use();
        var command = new CommandApdu(0x80, 0x2A, 0x00, p2, digestInfo, CommandApdu.SHORT_MAXIMUM);
        return ok("COMPUTE DIGITAL SIGNATURE", send(command)).data();
    }

    ResponseApdu send(CommandApdu command) {
        return card.send(command);
    }

    ReadSize readSize() {
        return card.readSize();
    }

    void extendedIsRefused() {
        card.extendedIsRefused();
    }

    ResponseApdu ok(String command, ResponseApdu answer) {
        if (answer.isOk()) return answer;
        throw refused(command, answer.statusWord());
    }

    RuntimeException refused(String command, StatusWord status) {
        if (status.isTerminated()) return new CardTerminated(status);
        if (!status.equals(StatusWord.SECURITY_NOT_SATISFIED)) {
            return new CommandRefused(command, status);
        }
        return lost.isEmpty()
                ? new PinNotVerified(command)
                : new VerificationLost(application, command);
    }

    static CommandApdu withLe(int cla, int ins, int p1, int p2, int expected) {
        return new CommandApdu(cla, ins, p1, p2, new byte[0], expected);
    }

    /** A file of that number that is no PIN, or no such key. */
    private static boolean isNoReference(StatusWord status) {
        return status.equals(StatusWord.NOT_A_FILE_OF_THIS_KIND)
                || status.equals(StatusWord.DATA_NOT_FOUND);
    }
}
