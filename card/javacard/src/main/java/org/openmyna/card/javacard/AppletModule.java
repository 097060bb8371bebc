package org.openmyna.card.javacard;

import javacard.framework.Applet;

/**
 * One applet to be installed: its name, its class, its parameters. All woven classes of the class's
 * package belong to it, as in a CAP file.
 *
 * @param installParameters the applet data handed to {@code install}; at most 100 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, never compared
public record AppletModule(byte[] aid, Class<? extends Applet> type, byte[] installParameters) {
    private static final int MOST_PARAMETERS = 100;

    public AppletModule {
        aid = aid.clone();
        installParameters = installParameters.clone();
        if (aid.length < 5 || aid.length > 16) {
            throw new IllegalArgumentException(
                    "An AID has 5 to 16 bytes, this one has " + aid.length + ".");
        }
        if (installParameters.length > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "An applet takes at most "
                            + MOST_PARAMETERS
                            + " bytes of parameters, not "
                            + installParameters.length
                            + ".");
        }
    }

    @Override
    public byte[] aid() {
        return aid.clone();
    }

    @Override
    public byte[] installParameters() {
        return installParameters.clone();
    }
}
