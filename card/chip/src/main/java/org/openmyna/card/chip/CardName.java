package org.openmyna.card.chip;

/**
 * The name of a card in its drawer: 1 to 64 of a-z, 0-9 and hyphen, no hyphen first. It becomes a
 * file name, so nothing else is let in.
 */
public record CardName(String text) {
    /**
     * @throws CardNameMalformed if it has another form (MYNA-CHP-001)
     */
    public CardName {
        if (!text.matches("[a-z0-9][a-z0-9-]{0,63}")) throw new CardNameMalformed(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
