package org.openmyna.card.javacard.machine;

import javacard.framework.SystemException;
import javacard.framework.TransactionException;
import org.openmyna.card.nvm.Refusals;

/** The engine's refusals as exceptions that an applet knows. */
final class JavaCardRefusals implements Refusals {
    @Override
    public RuntimeException journalFull() {
        return new TransactionException(TransactionException.BUFFER_FULL);
    }

    @Override
    public RuntimeException memoryFull() {
        return new SystemException(SystemException.NO_RESOURCE);
    }

    @Override
    public RuntimeException notOfThisCard(String why) {
        return new SecurityException(why);
    }
}
