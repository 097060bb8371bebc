package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.nvm.CardImageDamaged;
import org.openmyna.card.nvm.CardImageDamaged.Reason;
import org.openmyna.card.nvm.CardMemory;
import org.openmyna.card.nvm.CardMemory.Durability;

class DamagedCardTest {
    private static final byte[] UNKNOWN_NAME = {0, (byte) 0xA4, 4, 12, 5, 9, 9, 9, 9, 9};

    @TempDir private Path folder;

    private Path file;
    private byte[] sound;

    @BeforeEach
    void a_card_at_rest() throws IOException {
        file = folder.resolve("card");
        try (CardMemory memory =
                CardMemory.create(file, Specimen.IMAGE_BYTES, Durability.PROCESS_LOSS)) {
            CardRuntime.install(memory, Specimen.modules(), Specimen.host()).powerOff();
        }
        sound = Files.readAllBytes(file);
    }

    @Test
    void a_file_with_a_flipped_bit_is_named_and_left_as_it_is() throws IOException {
        Random chance = new Random(1);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = sound.clone();
            damaged[chance.nextInt(damaged.length)] ^= (byte) (1 << chance.nextInt(8));
            assertThat(refusalOf(damaged, Specimen.modules())).isNotNull();
        }
    }

    @Test
    void a_truncated_file_is_named_and_left_as_it_is() throws IOException {
        for (int length : new int[] {0, 10, 64, 8000, 9000, sound.length - 1}) {
            assertThat(refusalOf(Arrays.copyOf(sound, length), Specimen.modules()))
                    .isIn(Reason.NOT_A_CARD_IMAGE, Reason.WRONG_SIZE);
        }
    }

    @Test
    void a_file_of_other_applets_is_named_and_left_as_it_is() throws IOException {
        assertThat(refusalOf(sound, List.of())).isEqualTo(Reason.OTHER_LAYOUT);
    }

    @Test
    void an_installed_card_is_not_installed_over() throws IOException {
        try (CardMemory memory = CardMemory.mapped(file, Durability.PROCESS_LOSS)) {
            assertThatThrownBy(
                            () -> CardRuntime.install(memory, Specimen.modules(), Specimen.host()))
                    .hasMessageContaining("empty memory");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(sound);
    }

    @Test
    void a_damaged_word_of_a_card_that_lost_its_power_is_named_or_answered() {
        Specimen.Card used = Specimen.card();
        used.send((byte) 0x10);
        byte[] image = used.memory().copy();
        int top = ByteBuffer.wrap(image).getInt(20);
        int refused = 0;
        for (int at = 24; at < top; at += at == 24 ? 8_256 - 24 : 4) {
            for (int value : new int[] {0, 1, 127, 8_256, 8_264}) {
                byte[] damaged = image.clone();
                ByteBuffer.wrap(damaged).putInt(at, value);
                CardMemory memory = CardMemory.inMemory(damaged);
                try {
                    CardRuntime card =
                            CardRuntime.powerOn(memory, Specimen.modules(), Specimen.host());
                    assertThat(card.transmit(UNKNOWN_NAME)).as(at + "=" + value).hasSize(2);
                    card.reset();
                } catch (CardImageDamaged named) {
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
    }

    private Reason refusalOf(byte[] image, List<AppletModule> modules) throws IOException {
        Files.write(file, image);
        try (CardMemory memory = CardMemory.mapped(file, Durability.PROCESS_LOSS)) {
            CardRuntime.powerOn(memory, modules, Specimen.host());
            throw new AssertionError("The image was accepted.");
        } catch (CardImageDamaged damaged) {
            assertThat(Files.readAllBytes(file)).isEqualTo(image);
            return damaged.reason();
        }
    }
}
