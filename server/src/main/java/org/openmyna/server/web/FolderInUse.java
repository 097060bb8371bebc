package org.openmyna.server.web;

import java.nio.file.Path;
import java.util.Map;
import org.openmyna.kernel.MynaException;

/** Another server holds the data folder (MYNA-SRV-031). */
public final class FolderInUse extends MynaException {
    /**
     * @param holder where it answers, or …
     */
    public FolderInUse(Path folder, String holder) {
        super(ServerError.FOLDER_IN_USE, Map.of("folder", folder.toString(), "holder", holder));
    }
}
