package org.openmyna.card.javacard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
