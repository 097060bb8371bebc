package org.openmyna.trust.authority;

import java.util.Map;
import org.openmyna.kernel.MynaException;

/** The vault holds another key under this name than the database knows (MYNA-AUT-044). */
public final class VaultOfAnotherDatabase extends MynaException {
    VaultOfAnotherDatabase(String key) {
        super(AuthorityError.VAULT_OF_ANOTHER_DATABASE, Map.of("key", key));
    }
}
