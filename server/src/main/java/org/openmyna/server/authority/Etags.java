package org.openmyna.server.authority;

/** RFC 9110 8.8.3. */
final class Etags {
    private Etags() {}

    /**
     * Whether the list of a header If-None-Match has this tag, or is a star.
     *
     * @param etag with its quotation marks
     */
    static boolean matches(String ifNoneMatch, String etag) {
        for (String each : ifNoneMatch.split(",", -1)) {
            String tag = each.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) return true;
        }
        return false;
    }
}
