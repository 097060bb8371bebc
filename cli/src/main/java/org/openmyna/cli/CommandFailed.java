package org.openmyna.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.MynaException;

/** A command could not do what was asked; the codes are MYNA-CLI-nnn. */
final class CommandFailed extends MynaException {
    CommandFailed(CommandError error, Map<String, ?> details) {
        this(error, details, null);
    }

    CommandFailed(CommandError error, Map<String, ?> details, @Nullable Throwable cause) {
        super(error, details, cause);
    }

    static CommandFailed missing(String option) {
        return new CommandFailed(CommandError.OPTION_MISSING, Map.of("option", option));
    }

    static CommandFailed unusable(Path file, IOException why) {
        String reason =
                switch (why) {
                    case NoSuchFileException _ -> "見つからない / not found";
                    case FileAlreadyExistsException _ -> "すでにある / exists already";
                    case AccessDeniedException _ -> "権限がない / no permission";
                    default -> String.valueOf(why.getMessage());
                };
        return new CommandFailed(
                CommandError.FILE_UNUSABLE, Map.of("file", file, "why", reason), why);
    }
}
