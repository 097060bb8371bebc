package org.openmyna.card.issuer.keys;

import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.trust.authority.HolderId;

/**
 * How the authorities know people: a name follows from the resident record code, and without this
 * key nobody finds one from the other. The key is derived from the master key once and opens
 * nothing else, so that a program may keep it while the issuer's folder is closed.
 */
public final class HolderNames {
    private final byte[] key;

    private HolderNames(byte[] key) {
        this.key = key;
    }

    static HolderNames under(byte[] master) {
        return new HolderNames(OpaqueName.whole(master, "key", "holder names"));
    }

    /** The same for one code always; any thread may ask. */
    public HolderId of(ResidentRecordCode code) {
        return new HolderId("person-" + OpaqueName.of(key, "holder", code.digits()));
    }
}
