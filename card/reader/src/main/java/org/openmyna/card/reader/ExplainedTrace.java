package org.openmyna.card.reader;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.openmyna.card.protocol.CardChannel;
import org.openmyna.card.protocol.CardConnectionLost;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.CommandApdu;
import org.openmyna.card.protocol.PinReference;
import org.openmyna.card.protocol.ResponseApdu;
import org.openmyna.card.protocol.StatusWord;

/**
 * A channel that explains what passes through it: one {@link TraceEvent} a command, after its
 * answer. It changes nothing of the conversation.
 *
 * <p>What it never keeps, whoever's card it is: the data of VERIFY, CHANGE REFERENCE DATA, CHANGE
 * KEY, of the issuer channel and of any command it does not know. What it keeps only of test cards:
 * contents of personal files, challenges and signatures.
 */
public final class ExplainedTrace implements CardChannel {
    private final CardChannel channel;
    private final Consumer<TraceEvent> listener;
    private final Redaction redaction;
    private final LongSupplier nanoTime;
    private final Overheard overheard = new Overheard();
    private final Map<CardFile, Integer> tries = new HashMap<>();
    private int number;

    private ExplainedTrace(
            CardChannel channel,
            TraceContents contents,
            Consumer<TraceEvent> listener,
            LongSupplier nanoTime) {
        this.channel = channel;
        this.listener = listener;
        this.redaction = new Redaction(contents);
        this.nanoTime = nanoTime;
    }

    /** Listens to a channel from now on. */
    public static ExplainedTrace over(
            CardChannel channel, TraceContents contents, Consumer<TraceEvent> listener) {
        return over(channel, contents, listener, System::nanoTime);
    }

    /**
     * The same with another clock.
     *
     * @param nanoTime a clock that only runs forward, in nanoseconds
     */
    public static ExplainedTrace over(
            CardChannel channel,
            TraceContents contents,
            Consumer<TraceEvent> listener,
            LongSupplier nanoTime) {
        return new ExplainedTrace(channel, contents, listener, nanoTime);
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
        Overheard.Target target = overheard.target(command);
        long sentAt = nanoTime.getAsLong();
        try {
            ResponseApdu answer = channel.transmit(command);
            tell(command, target, answer, nanoTime.getAsLong() - sentAt, false);
            overheard.heard(command, target, answer);
            return answer;
        } catch (CardConnectionLost lost) {
            var nothing = new ResponseApdu(new byte[0], StatusWord.NO_DIAGNOSIS);
            tell(command, target, nothing, nanoTime.getAsLong() - sentAt, true);
            overheard.forget();
            throw lost;
        }
    }

    private void tell(
            CommandApdu command,
            Overheard.Target target,
            ResponseApdu answer,
            long nanos,
            boolean lost) {
        CommandKind kind = CommandKind.of(command);
        OptionalInt before = triesOf(target);
        if (kind == CommandKind.VERIFY && !lost) count(command, target, answer.statusWord());
        boolean aboutTries = kind == CommandKind.VERIFY;
        listener.accept(
                new TraceEvent(
                        ++number,
                        header(command),
                        kind.words().english(),
                        target.application(),
                        target.file(),
                        redaction.command(command),
                        command.expected(),
                        redaction.answer(command, target, answer),
                        answer.statusWord(),
                        aboutTries ? before : OptionalInt.empty(),
                        aboutTries ? triesOf(target) : OptionalInt.empty(),
                        kind.section(),
                        Duration.ofNanos(nanos),
                        lost));
    }

    private OptionalInt triesOf(Overheard.Target target) {
        return target.file()
                .flatMap(file -> Optional.ofNullable(tries.get(file)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private void count(CommandApdu command, Overheard.Target target, StatusWord status) {
        if (target.file().isEmpty()) return;
        CardFile file = target.file().get();
        if (status.triesLeft().isPresent()) tries.put(file, status.triesLeft().getAsInt());
        if (status.isPinLocked()) tries.put(file, 0);
        if (status.isOk() && command.data().length > 0) {
            Arrays.stream(PinReference.values())
                    .filter(reference -> reference.file().equals(file))
                    .findFirst()
                    .ifPresent(reference -> tries.put(file, reference.tryLimit()));
        }
    }

    private static String header(CommandApdu command) {
        byte[] header = {
            (byte) command.cla(), (byte) command.ins(), (byte) command.p1(), (byte) command.p2()
        };
        return HexFormat.of().withUpperCase().formatHex(header);
    }

    @Override
    public byte[] atr() {
        return channel.atr();
    }

    @Override
    public void close() {
        channel.close();
    }
}
