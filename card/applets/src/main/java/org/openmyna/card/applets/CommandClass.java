package org.openmyna.card.applets;

/** Why a class byte other than 00 and 80 is refused. */
final class CommandClass {

    private CommandClass() {}

    /** The status word for a class byte that no application here serves. */
    static short refusal(byte commandClass) {
        switch (commandClass) {
            case (byte) 0x01:
            case (byte) 0x02:
            case (byte) 0x03:
                // Where the runtime has one channel only it answers this before the application is
                // asked.
                return StatusWord.LOGICAL_CHANNEL_NOT_SUPPORTED;
            case (byte) 0x04:
            case (byte) 0x08:
                return StatusWord.SECURE_MESSAGING_NOT_SUPPORTED;
            case (byte) 0x0C:
                return StatusWord.SECURE_MESSAGING_OBJECTS_MISSING;
            default:
                return StatusWord.UNKNOWN_CLASS;
        }
    }
}
