package org.openmyna.card.nvm.specimen;

import org.openmyna.card.nvm.Nvm;

/** The root of the test card: a field of each kind, arrays of each kind, a list. */
public final class Ledger implements Book {
    private static final Object[] CONSTANT = new Object[1];

    private boolean open;
    private byte pages;
    private short sum;
    private int turnover;
    private final byte[] text;
    private final boolean[] ticks;
    private final short[] amounts;
    private final Object[] parts;
    private final Page[] index;
    private Page first;
    private final byte[] scratch;
    private transient int readings;

    public Ledger() {
        text = new byte[64];
        ticks = new boolean[6];
        amounts = new short[4];
        parts = new Object[3];
        index = new Page[2];
        scratch = Nvm.current().newTransientBytes(4, org.openmyna.card.nvm.Clearing.ON_RESET);
        first = new Page((byte) 1, new Page((byte) 2, null));
        parts[0] = text;
        parts[1] = first;
        index[0] = first;
        sum = 100;
    }

    @Override
    public void enter(int amount) {
        Nvm memory = Nvm.current();
        memory.beginTransaction();
        change(amount);
        memory.commitTransaction();
    }

    @Override
    public void enterAndAbort(int amount) {
        Nvm memory = Nvm.current();
        memory.beginTransaction();
        change(amount);
        memory.abortTransaction();
    }

    private void change(int amount) {
        open = !open;
        pages++;
        sum += (short) amount;
        turnover += amount << 16;
        amounts[pages & 3] = sum;
        ticks[pages % 6] = open;
        Object moved = parts[0];
        parts[0] = parts[1];
        parts[1] = moved;
        Page front = first;
        first = front.next;
        first.next = front;
        front.next = null;
        index[pages & 1] = front;
        text[63] = (byte) amount;
    }

    @Override
    public void write(byte[] bytes, int offset) {
        Nvm.current().copy(bytes, 0, text, offset, bytes.length);
    }

    @Override
    public void countDown() {
        Nvm.current().fillNonAtomic(text, 62, 1, (byte) (text[62] - 1));
    }

    @Override
    public void countDownInTransaction(boolean commit) {
        Nvm memory = Nvm.current();
        memory.beginTransaction();
        text[62] = 50;
        sum = 1;
        countDown();
        if (commit) {
            memory.commitTransaction();
        } else {
            memory.abortTransaction();
        }
    }

    @Override
    public void scribble(int value) {
        scratch[0] = (byte) value;
    }

    @Override
    public void fillAll() {
        Nvm memory = Nvm.current();
        memory.beginTransaction();
        for (int n = 0; n < 2000; n++) {
            text[n % 64] = (byte) n;
        }
        memory.commitTransaction();
    }

    @Override
    public void keep(Object object) {
        parts[2] = object;
    }

    @Override
    public void grow() {
        parts[2] = new Page((byte) 9, first);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // which object it is, is the question
    public String emptyAndAbort() {
        Nvm memory = Nvm.current();
        memory.beginTransaction();
        first = null;
        index[0] = null;
        parts[0] = null;
        StringBuilder seen = new StringBuilder();
        seen.append(first == null).append(index[0] == null).append(parts[0] == null);
        memory.abortTransaction();
        return seen.append(first == index[0])
                .append(parts[0] == text)
                .append(CONSTANT[0] == null)
                .toString();
    }

    @Override
    public void move() {
        Nvm memory = Nvm.current();
        memory.beginTransaction();
        index[1] = first.next;
        first = index[1];
        memory.commitTransaction();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // which object it is, is the question
    public String read() {
        readings++;
        StringBuilder all = new StringBuilder();
        all.append(open)
                .append(' ')
                .append(pages)
                .append(' ')
                .append(sum)
                .append(' ')
                .append(turnover);
        for (short amount : amounts) {
            all.append(' ').append(amount);
        }
        for (boolean tick : ticks) {
            all.append(tick ? '+' : '-');
        }
        int length = 0;
        for (Page page = first; page != null && length < 99; page = page.next) {
            length++; // a damaged image may bend the list into a ring
            all.append(" page ").append(page.number);
        }
        for (byte b : text) {
            all.append(' ').append(b);
        }
        all.append(parts[0] == text ? " text first" : " page first");
        for (Page page : index) {
            all.append(page == null ? 0 : page.number);
        }
        all.append(parts[2] == null ? " empty" : " filled");
        return all.append(" scratch ").append(scratch[0]).toString();
    }

    @Override
    public int readings() {
        return readings;
    }
}
