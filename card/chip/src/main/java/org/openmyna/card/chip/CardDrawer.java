package org.openmyna.card.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openmyna.card.javacard.KeyPairSource;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.CardMemory.Durability;
import org.openmyna.card.nvm.CardMemoryUnavailable;
import org.openmyna.card.protocol.CardChannel;

/**
 * A folder of virtual cards: one image file a card, {@code NAME.card}, readable by its owner only.
 */
public final class CardDrawer {
    private static final String SUFFIX = ".card";
    private static final String DRAFT = ".draft";

    private final Path directory;
    private final Durability durability;

    /** Cards that outlive a kill of any process, at full speed. */
    public CardDrawer(Path directory) {
        this(directory, Durability.PROCESS_LOSS);
    }

    /**
     * @param durability {@code POWER_LOSS} forces the file to disk where the order of writes
     *     matters, so that cards outlive a power failure of the machine too; a login then takes
     *     some 0.4 ms longer
     */
    public CardDrawer(Path directory, Durability durability) {
        this.directory = directory;
        this.durability = durability;
    }

    /** Names of the cards, sorted. */
    public List<CardName> names() {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> new CardName(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted((one, other) -> one.text().compareTo(other.text()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where the image of this card lies, whether it exists or not. */
    public Path image(CardName name) {
        return directory.resolve(name + SUFFIX);
    }

    /** Where a program that holds this card notes who it is, beside the image. */
    public Path noteOfHolder(CardName name) {
        return directory.resolve(name + ".held");
    }

    /**
     * Makes a card: a blank one is handed to {@code personalise} and lies in the drawer only once
     * that has succeeded. A draft that a kill left behind is thrown away by the next call.
     *
     * @throws CardAlreadyExists if the name is taken, also by a card that is being made
     *     (MYNA-CHP-002)
     */
    public <T> T make(
            CardName name,
            KeyPairSource keys,
            SecureRandom random,
            Function<CardChannel, T> personalise) {
        try {
            openDirectory();
            if (Files.exists(image(name))) throw new CardAlreadyExists(name);
            discardLeftDrafts();
            Path draft = directory.resolve(name + DRAFT);
            T result;
            VirtualCard blank = create(name, draft, keys, random);
            try (blank) {
                // Whoever holds the draft may ask; before that, another call may have finished.
                if (Files.exists(image(name))) throw new CardAlreadyExists(name);
                result = personalise.apply(blank.channel());
            } catch (RuntimeException refused) {
                discard(draft, blank.imageBytes());
                throw refused;
            }
            Files.move(draft, image(name), StandardCopyOption.ATOMIC_MOVE);
            return result;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private VirtualCard create(CardName name, Path draft, KeyPairSource keys, SecureRandom random) {
        try {
            return VirtualCard.create(draft, durability, keys, random);
        } catch (UncheckedIOException unwritable) {
            if (unwritable.getCause() instanceof FileAlreadyExistsException) {
                throw new CardAlreadyExists(name);
            }
            throw unwritable;
        }
    }

    /**
     * Powers a card on.
     *
     * @throws CardUnknown if there is none of that name (MYNA-CHP-003)
     * @throws CardInUse if another program holds it (MYNA-CHP-004)
     * @throws CardImageUnusable if the file is damaged; it stays as it is (MYNA-CHP-005)
     */
    public VirtualCard open(CardName name, KeyPairSource keys, SecureRandom random) {
        if (!Files.exists(image(name))) throw new CardUnknown(name);
        return VirtualCard.open(image(name), durability, keys, random);
    }

    /**
     * Throws a card away that was never handed out, and a draft of it that a kill left. Nothing
     * happens if there is neither.
     *
     * @throws CardInUse if another program holds it (MYNA-CHP-004)
     */
    public void throwAway(CardName name) {
        try {
            for (Path each : List.of(image(name), directory.resolve(name + DRAFT))) {
                if (Files.exists(each)) throwAway(each);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void throwAway(Path image) throws IOException {
        try (CardMemory held = CardMemory.mapped(image, Durability.PROCESS_LOSS)) {
            discard(image, held.size());
        } catch (NoSuchFileException gone) {
            // another call was faster
        } catch (CardMemoryUnavailable inUse) {
            throw new CardInUse(image, inUse);
        }
    }

    private void openDirectory() throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** A draft that nobody holds was left by a kill; one that is being made is locked. */
    private void discardLeftDrafts() throws IOException {
        List<Path> drafts;
        try (Stream<Path> files = Files.list(directory)) {
            drafts = files.filter(file -> file.toString().endsWith(DRAFT)).toList();
        }
        for (Path draft : drafts) {
            try (CardMemory left = CardMemory.mapped(draft, Durability.PROCESS_LOSS)) {
                discard(draft, left.size());
            } catch (NoSuchFileException | CardMemoryUnavailable inTheMaking) {
                // another call is at it, in this process or another
            }
        }
    }

    /** Throws an image away; it is overwritten first, since it may hold private keys. */
    private static void discard(Path image, int size) throws IOException {
        // Not truncated before: the zeros must go where the keys are.
        Files.write(image, new byte[size], StandardOpenOption.WRITE);
        Files.delete(image);
    }
}
