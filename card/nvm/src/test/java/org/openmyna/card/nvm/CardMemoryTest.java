package org.openmyna.card.nvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.nvm.CardMemory.Durability;
import org.openmyna.card.nvm.specimen.Book;

class CardMemoryTest {
    @TempDir private Path folder;

    @Test
    void a_card_file_is_its_owners_alone_and_is_never_overwritten() throws IOException {
        Path file = folder.resolve("card");
        CardMemory.create(file, 9000, Durability.PROCESS_LOSS).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> CardMemory.create(file, 9000, Durability.PROCESS_LOSS))
                .isInstanceOf(FileAlreadyExistsException.class);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> CardMemory.mapped(file, Durability.PROCESS_LOSS))
                .hasMessageContaining("owner alone");
    }

    @Test
    void a_card_file_is_in_one_reader_at_a_time() throws IOException {
        Path file = folder.resolve("card");
        try (CardMemory first = CardMemory.create(file, 9000, Durability.PROCESS_LOSS)) {
            assertThat(first.size()).isEqualTo(9000);
            assertThatThrownBy(() -> CardMemory.mapped(file, Durability.PROCESS_LOSS))
                    .hasMessageContaining("already");
        }
        CardMemory.mapped(file, Durability.PROCESS_LOSS).close();
    }

    @Test
    void a_card_in_a_file_is_the_same_card_after_closing_and_opening() throws IOException {
        for (Durability durability : Durability.values()) {
            Path file = folder.resolve("card-" + durability);
            TestCard inRam = TestCard.install();
            try (CardMemory memory = CardMemory.create(file, TestCard.SIZE, durability)) {
                byte[] image = inRam.memory.copy();
                for (int at = 0; at < image.length; at++) {
                    memory.program(at, image[at], 1);
                }
                TestCard card = inRam.on(memory);
                card.run(book -> book.enter(3));
                card.run(Book::countDown);
                card.nvm().powerOff();
            }
            inRam.run(book -> book.enter(3));
            inRam.run(Book::countDown);
            try (CardMemory memory = CardMemory.mapped(file, durability)) {
                assertThat(inRam.on(memory).read()).isEqualTo(inRam.read());
            }
        }
    }

    @Test
    void after_the_fuse_no_write_passes_until_power_is_back() {
        CardMemory memory = CardMemory.inMemory(64);
        memory.cutPowerAfter(1);
        memory.program(0, 0x01020304, 4);
        assertThatThrownBy(() -> memory.program(4, 1, 1)).isInstanceOf(PowerLoss.class);
        assertThatThrownBy(() -> memory.program(4, 1, 1)).isInstanceOf(PowerLoss.class);
        assertThat(memory.writes()).isEqualTo(1);
        memory.restorePower();
        memory.program(4, 0x0506, 2);
        assertThat(memory.copy()).startsWith(1, 2, 3, 4, 5, 6, 0);
    }

    @Test
    void the_door_takes_nothing_wider_than_a_word() {
        assertThatThrownBy(() -> CardMemory.inMemory(64).program(0, 0, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CardMemory.inMemory(64).program(2, 0, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
