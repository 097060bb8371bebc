package org.openmyna.interop;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openmyna.card.chip.ReaderSlot;
import org.openmyna.card.chip.VirtualReader;

/**
 * A fresh card of 試験 一郎 in the first slot: for the whole class where the field is static, for each
 * test where it is not.
 */
final class CardInReader
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final String SEEN = "Yes             " + ReaderSlot.FIRST.readerName();

    private boolean oneForTheClass;
    private @Nullable MachinePcsc pcsc;
    private @Nullable Country country;
    private @Nullable Specimen specimen;
    private @Nullable VirtualReader reader;

    Specimen specimen() {
        return requireNonNull(specimen);
    }

    Country country() {
        return requireNonNull(country);
    }

    MachinePcsc pcsc() {
        return requireNonNull(pcsc);
    }

    VirtualReader reader() {
        return requireNonNull(reader);
    }

    void eject() {
        reader().close();
    }

    void insert() {
        reader = pcsc().insert(specimen().card(), ReaderSlot.FIRST);
    }

    /** Waits until OpenSC lists the card, which it may do some polls after pcscd came back. */
    boolean awaitSeen(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!OutsideProgram.OPENSC_TOOL.run("--list-readers").output().contains(SEEN)) {
            if (System.nanoTime() > end || never.await(100, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        oneForTheClass = true;
        prepare(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!oneForTheClass) {
            prepare(context);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!oneForTheClass) {
            clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        clear();
    }

    private void prepare(ExtensionContext context) {
        pcsc = MachinePcsc.of(context);
        country = Country.of(context);
        specimen = country.newCard();
        insert();
    }

    private void clear() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        if (specimen != null) {
            specimen.close();
            specimen = null;
        }
    }
}
