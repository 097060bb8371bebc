package org.openmyna.card.applets;

import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/** A file of records of one length (順編成EF), numbered from 1. Erased bytes are FF. */
final class RecordFile extends ElementaryFile {

    private static final byte ERASED = (byte) 0xFF;

    private final Openers openers;
    private final short recordLength;
    private final byte[] records;

    RecordFile(short id, Openers openers, short count, short recordLength) {
        super(id);
        this.openers = openers;
        this.recordLength = recordLength;
        this.records = new byte[(short) (count * recordLength)];
        Util.arrayFillNonAtomic(records, (short) 0, (short) records.length, ERASED);
    }

    /** READ RECORD: one, or all from this one to the last, as far as Le wants it. */
    void read(Command command, byte number, boolean toTheLast) {
        if (!openers.areMet()) {
            ISOException.throwIt(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
        }
        command.requireNoData();
        short wanted = command.requireWanted();
        short at = place(number);
        short there = toTheLast ? (short) (records.length - at) : recordLength;
        command.answer(records, at, wanted < there ? wanted : there);
    }

    /** UPDATE RECORD: wholly or not at all. */
    void update(Command command, byte number) {
        if (command.length() != recordLength) {
            ISOException.throwIt(StatusWord.WRONG_LENGTH);
        }
        short at = place(number);
        JCSystem.beginTransaction();
        Util.arrayCopy(command.buffer(), command.dataOffset(), records, at, recordLength);
        JCSystem.commitTransaction();
    }

    private short place(byte number) {
        short count = (short) (records.length / recordLength);
        if (number < 1 || number > count) {
            ISOException.throwIt(StatusWord.RECORD_NOT_FOUND);
        }
        return (short) ((short) (number - 1) * recordLength);
    }
}
