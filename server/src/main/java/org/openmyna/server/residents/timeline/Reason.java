package org.openmyna.server.residents.timeline;

/** Why an event does not fit to what was before it. */
public enum Reason {
    /** There is no record of the person on that day. */
    NOT_THERE,
    /** The person does not live in a municipality then. */
    NOT_RESIDENT,
    /** Who moves in must have moved out or gone abroad. */
    NOT_MOVED_OUT,
    /** The move-out takes effect later than the move-in. */
    MOVE_OUT_LIES_AHEAD,
    /** Dead or removed. */
    RECORD_CLOSED,
    /** Another municipality keeps the record then. */
    OTHER_MUNICIPALITY,
    /** Nobody lives in the household then, or in another municipality. */
    NO_SUCH_HOUSEHOLD,
    /** People of different households. */
    NOT_ONE_HOUSEHOLD,
    /** Who is said to stay does not live in the household, or leaves it. */
    DOES_NOT_STAY,
    /** Only the whole household can move and remain the same. */
    NOT_WHOLE_HOUSEHOLD,
    /** A household has no householder, or two. */
    NOT_ONE_HOUSEHOLDER,
    /** Only a foreign resident has it: alias, period of stay. */
    NOT_FOREIGN,
    /** Only a Japanese national has it: former surname, continued use of the card. */
    NOT_JAPANESE,
    /** Nobody is named, or somebody twice. */
    PEOPLE_NAMED_WRONGLY,
    /** The day of birth is another. */
    OTHER_BIRTH_DATE
}
