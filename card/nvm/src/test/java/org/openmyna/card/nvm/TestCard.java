package org.openmyna.card.nvm;

import java.util.List;
import java.util.function.Consumer;
import org.openmyna.card.nvm.specimen.Book;
import org.openmyna.card.nvm.weaver.WovenClasses;

/** A card with one object graph on it, on any journal and with any barriers. */
final class TestCard {
    static final int SIZE = 10 * 1024;

    final CardMemory memory;
    final ClassTable table;
    private final Nvm.Journals journals;
    private Nvm nvm;

    private TestCard(CardMemory memory, ClassTable table, Nvm.Journals journals, Nvm nvm) {
        this.memory = memory;
        this.table = table;
        this.journals = journals;
        this.nvm = nvm;
    }

    static TestCard install() {
        return install(WovenClasses.whole(), Journal::new);
    }

    static TestCard install(WovenClasses classes, Nvm.Journals journals) {
        ClassTable table = ClassTable.of(List.of(classes.ledger()));
        CardMemory memory = CardMemory.inMemory(SIZE);
        Nvm nvm = Nvm.format(memory, table, new PlainRefusals(), new byte[8], journals);
        Nvm before = nvm.enter();
        try {
            nvm.setRoot(classes.ledger().getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        } finally {
            Nvm.leave(before);
        }
        return new TestCard(memory, table, journals, nvm);
    }

    /** The same bytes on another memory, powered on. */
    TestCard copy() {
        return on(CardMemory.inMemory(memory.copy()));
    }

    TestCard on(CardMemory other) {
        return new TestCard(
                other,
                table,
                journals,
                Nvm.powerOn(other, table, new PlainRefusals(), new byte[8], journals));
    }

    void run(Consumer<Book> work) {
        Nvm before = nvm.enter();
        try {
            work.accept((Book) nvm.root());
        } finally {
            Nvm.leave(before);
        }
    }

    /** True if the command ended before the power went. */
    boolean survives(Consumer<Book> work, long writes) {
        memory.cutPowerAfter(writes);
        try {
            run(work);
            return true;
        } catch (PowerLoss cut) {
            return false;
        } finally {
            memory.restorePower();
        }
    }

    Nvm nvm() {
        return nvm;
    }

    String read() {
        String[] text = new String[1];
        run(book -> text[0] = book.read());
        return text[0];
    }

    static final class PlainRefusals implements Refusals {
        @Override
        public RuntimeException journalFull() {
            return new IllegalStateException("journal full");
        }

        @Override
        public RuntimeException memoryFull() {
            return new IllegalStateException("memory full");
        }

        @Override
        public RuntimeException notOfThisCard(String why) {
            return new SecurityException(why);
        }
    }
}
