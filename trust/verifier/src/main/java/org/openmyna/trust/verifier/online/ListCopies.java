package org.openmyna.trust.verifier.online;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.openmyna.kernel.MynaException;
import org.openmyna.trust.profile.RevocationListFile;

/** The folder of copies: a list and the tag of its version for each place. */
final class ListCopies {
    private static final int LONGEST_TAG = 300;

    private final Path folder;

    ListCopies(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            removeHalfReceived();
        } catch (IOException refused) {
            throw new ListFolderUnusable(folder, refused);
        }
    }

    private void removeHalfReceived() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.new")) {
            for (Path file : left) Files.deleteIfExists(file);
        }
    }

    /** The copy of an earlier run, if it is whole and the generation's; else it is forgotten. */
    Optional<RevocationListFile> kept(ListPlace place) {
        Path file = file(place);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            RevocationListFile list = RevocationListFile.open(file);
            if (list.isIssuedBy(place.issuer()) && list.scope().equals(Optional.of(place.point())))
                return Optional.of(list);
        } catch (MynaException unreadable) {
            // as good as none
        }
        forget(place);
        return Optional.empty();
    }

    /** The tag of the copy (ETag, RFC 9110 8.8.3); empty if there is none. */
    Optional<String> tag(ListPlace place) {
        try {
            String tag = Files.readString(tagFile(place), StandardCharsets.US_ASCII);
            return Optional.of(tag).filter(ListCopies::isTag);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** A file to receive a list. */
    Path fresh(ListPlace place) throws IOException {
        return Files.createTempFile(folder, place.fileName(), ".new");
    }

    /** The list first, then its tag: killed between them, the list is fetched once more. */
    void keep(ListPlace place, Path received, Optional<String> tag) throws IOException {
        Files.deleteIfExists(tagFile(place));
        Files.move(received, file(place), StandardCopyOption.ATOMIC_MOVE);
        Optional<String> proper = tag.filter(ListCopies::isTag);
        if (proper.isPresent()) Files.writeString(tagFile(place), proper.get());
    }

    private void forget(ListPlace place) {
        try {
            Files.deleteIfExists(tagFile(place));
            Files.deleteIfExists(file(place));
        } catch (IOException refused) {
            throw new ListFolderUnusable(folder, refused);
        }
    }

    private static boolean isTag(String tag) {
        return tag.length() <= LONGEST_TAG && tag.matches("(W/)?\"[!#-~]*\"");
    }

    private Path file(ListPlace place) {
        return folder.resolve(place.fileName() + ".crl");
    }

    private Path tagFile(ListPlace place) {
        return folder.resolve(place.fileName() + ".etag");
    }
}
