package org.openmyna.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmyna.card.chip.CardName;
import org.openmyna.card.issuer.IssuedCard;
import org.openmyna.card.issuer.channel.IssuerChannel;
import org.openmyna.card.protocol.CardChannel;

/**
 * What the issuer knows of its cards: a folder with one file a card, named by the number of 16
 * digits on the card, readable by its owner only.
 */
final class CardRecords {
    private static final String SUFFIX = ".record";

    private final Path directory;

    CardRecords(Path directory) {
        this.directory = directory;
    }

    /** The record is whole on the disk when this returns, or the one before is. */
    void write(CardName name, IssuedCard card) {
        Path file = file(card.number().identification());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(directory);
            ownerOnly(directory, "rwx------");
            Files.deleteIfExists(draft);
            Files.createFile(draft);
            ownerOnly(draft, "rw-------");
            Files.writeString(draft, CardRecordText.write(name, card));
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw CommandFailed.unusable(file, unwritable);
        }
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /**
     * The record of the card at the other end of a channel.
     *
     * @throws CommandFailed if it was not issued here (MYNA-CLI-019) or the record is damaged
     *     (MYNA-CLI-020)
     */
    IssuedCard of(CardChannel card) {
        byte[] number = IssuerChannel.cardNumber(card);
        return read(file(new String(number, StandardCharsets.US_ASCII)))
                .orElseThrow(this::notIssuedHere)
                .card();
    }

    /** The record of a card of the drawer, also of one that answers no more. */
    IssuedCard of(CardName name) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> records = files.filter(each -> each.toString().endsWith(SUFFIX)).toList();
            for (Path file : records) {
                Optional<CardRecordText.Named> found = read(file);
                if (found.isPresent() && found.get().name().equals(name)) return found.get().card();
            }
        } catch (NoSuchFileException nothingIssued) {
            throw notIssuedHere();
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(directory, unreadable);
        }
        throw notIssuedHere();
    }

    private Optional<CardRecordText.Named> read(Path file) {
        try {
            return Optional.of(CardRecordText.read(Files.readString(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw CommandFailed.unusable(file, unreadable);
        } catch (RuntimeException damaged) { // any value in it may be refused by its own type
            throw new CommandFailed(
                    CommandError.RECORD_UNUSABLE,
                    Map.of("file", file, "why", String.valueOf(damaged.getMessage())),
                    damaged);
        }
    }

    private CommandFailed notIssuedHere() {
        return new CommandFailed(
                CommandError.NOT_ISSUED_HERE,
                Map.of("directory", String.valueOf(directory.getParent())));
    }

    private Path file(String number) {
        if (!number.matches("[0-9]{16}")) throw notIssuedHere();
        return directory.resolve(number + SUFFIX);
    }
}
