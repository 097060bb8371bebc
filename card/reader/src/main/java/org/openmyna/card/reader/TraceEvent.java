package org.openmyna.card.reader;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.openmyna.card.protocol.CardApplication;
import org.openmyna.card.protocol.CardFile;
import org.openmyna.card.protocol.StatusWord;
import org.openmyna.kernel.Language;

/**
 * One command and its answer, as a trace heard them. Nothing in it is secret; what is personal is
 * in it only if the caller said that the card is a test card.
 *
 * @param number from 1 within the trace
 * @param header CLA, INS, P1 and P2 in eight hexadecimal digits
 * @param command its name, such as {@code VERIFY}
 * @param application the one that the command speaks to; empty if the trace cannot know
 * @param file the one that the command speaks to; empty if none, or unknown
 * @param data what went to the card
 * @param expected Ne: how many bytes were asked for, 0 for none
 * @param answer what came back
 * @param triesBefore remaining tries of the file's reference, where the card told them before
 * @param triesAfter the same after the command
 * @param section of the card reference, such as {@code 4.2}
 * @param took from sending to the whole answer
 * @param lost whether the connection broke instead of an answer; then the status word is 6F00
 */
public record TraceEvent(
        int number,
        String header,
        String command,
        Optional<CardApplication> application,
        Optional<CardFile> file,
        TracedBytes data,
        int expected,
        TracedBytes answer,
        StatusWord status,
        OptionalInt triesBefore,
        OptionalInt triesAfter,
        String section,
        Duration took,
        boolean lost) {

    /** The event in a line of words, without the bytes. */
    public String text(Language language) {
        return TraceText.line(this, language);
    }
}
