package org.openmyna.trust.profile;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Sees a list that is about to be signed, and throws to refuse: {@link BeforeSigning} for lists too
 * long to be one array. The list lies in a file, of which it may read any part.
 */
@FunctionalInterface
public interface BeforeSigningList {
    /**
     * @param file the unfinished list: everything but the signature stands in it; not to be changed
     * @param tbsOffset where in it the DER of the tbsCertList begins, in bytes
     * @param tbsLength how long that is, in bytes, its own tag and length included
     * @throws IOException if the file cannot be read
     */
    void check(Path file, long tbsOffset, long tbsLength) throws IOException;
}
