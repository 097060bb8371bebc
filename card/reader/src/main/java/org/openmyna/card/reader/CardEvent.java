package org.openmyna.card.reader;

/** Something that happened at the readers of this machine. */
public sealed interface CardEvent {
    /** A reader was connected; or it was there when the listening began. */
    record ReaderAdded(String reader) implements CardEvent {}

    /** A reader was taken away; if a card lay in it, {@link CardRemoved} came before. */
    record ReaderRemoved(String reader) implements CardEvent {}

    /** A card of any kind was inserted; or it lay there when the listening began. */
    record CardInserted(String reader) implements CardEvent {}

    record CardRemoved(String reader) implements CardEvent {}

    /**
     * PC/SC does not answer: it is not running, or was restarted. All cards and readers were
     * reported as gone before.
     */
    record ReadersLost(String why) implements CardEvent {}

    /** PC/SC answers again. */
    record ReadersBack() implements CardEvent {}
}
