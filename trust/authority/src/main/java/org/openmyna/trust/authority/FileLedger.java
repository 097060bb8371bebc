package org.openmyna.trust.authority;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The ledger as a text file, one chained line for each entry (see {@link LedgerLine}).
 *
 * <p>A program that dies while it writes leaves the beginning of a line without its end. Nobody was
 * told of that entry, so it is cut off at the next opening. A last line that lacks its end only is
 * completed. Whatever else does not read as it was written is damage: it is named with its line,
 * and the file stays as it is.
 *
 * <p>Many threads wait for the disk together: whoever comes first syncs for all that have written.
 * Streams are used rather than channels, because an interrupted thread would close a channel.
 */
final class FileLedger implements Ledger {
    private static final int LONGEST_LINE = 32 * 1024;
    private static final int HASH = 64;

    private final Path file;
    private final FileOutputStream out;
    private final Object disk = new Object();
    private long number;
    private String hash;
    private long durable;
    private boolean failed;

    private FileLedger(Path file, FileOutputStream out, long number, String hash) {
        this.file = file;
        this.out = out;
        this.number = number;
        this.hash = hash;
        this.durable = number;
    }

    /** Writes a new ledger with its first entries; it appears whole or not at all. */
    static void create(Path file, List<LedgerEntry> first) throws IOException {
        StringBuilder text = new StringBuilder();
        String hash = LedgerLine.NO_HASH;
        for (int n = 0; n < first.size(); n++) {
            String line = LedgerLine.write(n + 1L, first.get(n));
            hash = LedgerLine.hash(hash, line);
            text.append(line).append(' ').append(hash).append('\n');
        }
        OwnerOnly.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads a ledger from its first line on, hands out its entries, and opens it for more.
     *
     * @throws LedgerDamaged if anything but an unfinished last line is wrong
     */
    static FileLedger open(Path file, Consumer<LedgerEntry> reader) throws IOException {
        Reading reading = new Reading(file, reader);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            reading.all(in);
        }
        if (reading.number < 2) {
            throw new LedgerDamaged(
                    file.toString(), reading.number + 1, "its beginning is missing");
        }
        if (reading.cutAt >= 0) {
            try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
                whole.setLength(reading.cutAt);
                whole.getFD().sync();
            }
        }
        FileOutputStream out = new FileOutputStream(file.toFile(), true);
        FileLedger ledger = new FileLedger(file, out, reading.number, reading.hash);
        if (reading.lacksLineEnd) {
            out.write('\n');
            out.getFD().sync();
        }
        return ledger;
    }

    /** One pass over the file. */
    private static final class Reading {
        private final Path file;
        private final Consumer<LedgerEntry> reader;
        private long number;
        private String hash = LedgerLine.NO_HASH;
        private long cutAt = -1;
        private boolean lacksLineEnd;

        Reading(Path file, Consumer<LedgerEntry> reader) {
            this.file = file;
            this.reader = reader;
        }

        void all(InputStream in) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
            long lineStart = 0;
            long at = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (b == '\n') {
                    finished(line.toString(StandardCharsets.ISO_8859_1));
                    line.reset();
                    lineStart = at;
                } else if (line.size() == LONGEST_LINE) {
                    throw damaged("longer than any line");
                } else {
                    line.write(b);
                }
            }
            if (line.size() > 0) {
                unfinished(line.toString(StandardCharsets.ISO_8859_1), lineStart);
            }
        }

        private void finished(String line) {
            int split = line.length() - HASH - 1;
            if (split < 1 || line.charAt(split) != ' ') {
                throw damaged("no hash at its end");
            }
            String content = line.substring(0, split);
            String expected = LedgerLine.hash(hash, content);
            if (!expected.equals(line.substring(split + 1))) {
                throw damaged("its hash does not follow from the line before");
            }
            try {
                reader.accept(LedgerLine.read(number + 1, content));
            } catch (LedgerLine.Unreadable unreadable) {
                throw damaged(unreadable.reason());
            }
            number++;
            hash = expected;
        }

        /** What a dying program leaves: the beginning of the next line, and perhaps zeros. */
        private void unfinished(String tail, long start) {
            String written = tail.replaceFirst("\0+$", "");
            boolean whole = written.matches("(?s).* [0-9a-f]{64}");
            if (whole) {
                finished(written);
                cutAt = start + written.length();
                lacksLineEnd = true;
            } else if (isBeginning(written)) {
                cutAt = start;
            } else {
                throw damaged("neither a line nor the beginning of one");
            }
        }

        private boolean isBeginning(String written) {
            String begins = (number + 1) + " ";
            return written.matches("[ -~]*")
                    && (written.startsWith(begins) || begins.startsWith(written));
        }

        private LedgerDamaged damaged(String reason) {
            return new LedgerDamaged(file.toString(), number + 1, reason);
        }
    }

    @Override
    public synchronized long append(LedgerEntry entry) {
        mustWork();
        String line = LedgerLine.write(number + 1, entry);
        String next = LedgerLine.hash(hash, line);
        try {
            out.write((line + ' ' + next + '\n').getBytes(StandardCharsets.US_ASCII));
        } catch (IOException medium) {
            throw stop(medium);
        }
        hash = next;
        return ++number;
    }

    @Override
    public void awaitDurable(long ticket) {
        synchronized (disk) {
            if (durable >= ticket) {
                return;
            }
            long written = last();
            try {
                out.getFD().sync();
            } catch (IOException medium) {
                throw stop(medium);
            }
            durable = written;
        }
    }

    @Override
    public synchronized long last() {
        mustWork();
        return number;
    }

    private void mustWork() {
        if (failed) {
            throw new LedgerNotWritable(file.toString(), new IOException("it failed before"));
        }
    }

    /** After a failed write or sync nobody knows what the medium holds: only a new opening does. */
    private synchronized LedgerNotWritable stop(IOException medium) {
        failed = true;
        return new LedgerNotWritable(file.toString(), medium);
    }

    @Override
    public void close() {
        synchronized (disk) {
            synchronized (this) {
                failed = true;
            }
            try {
                out.close();
            } catch (IOException medium) {
                throw new LedgerNotWritable(file.toString(), medium);
            }
        }
    }
}
