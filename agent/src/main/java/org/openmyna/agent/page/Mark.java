package org.openmyna.agent.page;

/**
 * What the person chose to know the agent by: no other page can show it.
 *
 * @param word at most 12 characters
 */
public record Mark(String word, Picture picture) {
    /** A drawing beside the word. */
    public enum Picture {
        FLOWER,
        MOUNTAIN,
        WAVE,
        MOON,
        LEAF,
        BOAT;

        /** In forms and file names. */
        public String token() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
