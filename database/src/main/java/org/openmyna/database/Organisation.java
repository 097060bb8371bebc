package org.openmyna.database;

import java.util.regex.Pattern;

/**
 * Name of an organisation, of its schema too.
 *
 * @param name 1 to 40 lower-case letters, digits and underscores, beginning with a letter, so that
 *     it needs no quoting; names that PostgreSQL keeps for itself are refused
 */
record Organisation(String name) {
    private static final Pattern FORM = Pattern.compile("(?!pg_|public$)[a-z][a-z0-9_]{0,39}");

    Organisation {
        if (!FORM.matcher(name).matches()) {
            throw new OrganisationNameRefused(name);
        }
    }

    /** Owner of the schema. */
    String role() {
        return "openmyna_" + name;
    }

    /** May read the schema. */
    String reader() {
        return role() + "_reader";
    }

    /** Where the migrations are on the class path. */
    String migrations() {
        return "classpath:db/" + name;
    }
}
