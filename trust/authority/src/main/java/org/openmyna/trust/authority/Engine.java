package org.openmyna.trust.authority;

import javax.sql.DataSource;
import org.openmyna.trust.authority.keys.Generation;
import org.openmyna.trust.authority.keys.Generations;

/** What both CAs of a country share. */
record Engine(
        DataSource database,
        AuthoritySettings settings,
        Generations generations,
        LegalDates dates,
        GroupCommit writer,
        StatusBooks books) {
    /** A generation that rows name: other programs hold ceremonies too. */
    Generation generation(short id) {
        return generations.byId(id).orElseGet(() -> refreshed(id));
    }

    private Generation refreshed(short id) {
        generations.refresh();
        return generations
                .byId(id)
                .orElseThrow(() -> new NoAuthorityHere(Generation.caOf(id).toString()));
    }
}
