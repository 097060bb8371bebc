package org.openmyna.card.nvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmyna.card.nvm.CardImageDamaged.Reason;
import org.openmyna.card.nvm.CardMemory.Durability;
import org.openmyna.card.nvm.weaver.WovenClasses;

class DamagedImageTest {
    private final TestCard card = TestCard.install();

    @Test
    void every_flipped_byte_of_a_card_that_was_switched_off_is_seen() {
        card.run(book -> book.enter(4));
        card.nvm().powerOff();
        byte[] sound = card.memory.copy();
        for (int at = 0; at < sound.length; at++) {
            byte[] image = sound.clone();
            image[at] ^= (byte) (1 << at % 8);
            assertThat(refusal(image)).as("byte " + at).isNotNull();
        }
    }

    @Test
    void a_damaged_heap_in_use_is_refused_or_is_a_card_but_never_breaks_the_engine() {
        card.run(book -> book.enter(4));
        byte[] sound = card.memory.copy();
        Random chance = new Random(20260401);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] image = sound.clone();
            int at = chance.nextInt(sound.length);
            image[at] = (byte) chance.nextInt(256);
            if (refusal(image) != null) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void each_kind_of_damage_has_its_name() {
        byte[] sound = card.memory.copy();
        assertThat(refusal(new byte[0])).isEqualTo(Reason.NOT_A_CARD_IMAGE);
        assertThat(refusal(new byte[9000])).isEqualTo(Reason.NOT_A_CARD_IMAGE);
        assertThat(refusal(Arrays.copyOf(sound, 9000))).isEqualTo(Reason.WRONG_SIZE);
        assertThat(refusal(Arrays.copyOf(sound, 100))).isEqualTo(Reason.WRONG_SIZE);
        assertThat(refusal(Arrays.copyOf(sound, sound.length + 8))).isEqualTo(Reason.WRONG_SIZE);
        assertThat(refusal(changed(sound, 9, 1))).isEqualTo(Reason.OTHER_LAYOUT);
        assertThat(refusal(changed(sound, Header.ROOT_AT + 3, 4))).isEqualTo(Reason.STRUCTURE);
        assertThat(refusal(changed(sound, Header.JOURNAL_AT + 3, 200))).isEqualTo(Reason.JOURNAL);
        assertThat(refusal(changed(sound, Header.HEAP_AT, 77))).isEqualTo(Reason.STRUCTURE);
    }

    private static byte[] changed(byte[] image, int at, int value) {
        byte[] changed = image.clone();
        changed[at] = (byte) value;
        return changed;
    }

    @Test
    void other_classes_than_those_that_made_the_image_are_refused() {
        ClassTable other =
                ClassTable.of(
                        List.of(WovenClasses.whole().ledger(), WovenClasses.whole().ledger()));
        CardImageDamaged refusal =
                catchThrowableOfType(
                        CardImageDamaged.class,
                        () ->
                                Nvm.powerOn(
                                        card.memory,
                                        other,
                                        new TestCard.PlainRefusals(),
                                        new byte[8]));
        assertThat(refusal.reason()).isEqualTo(Reason.OTHER_LAYOUT);
    }

    @Test
    void a_refused_file_stays_as_it_was_byte_for_byte(@TempDir Path folder) throws IOException {
        TestCard torn = card.copy();
        for (int cut = 0; !Journal.hasWork(torn.memory); cut++) {
            torn = card.copy();
            torn.survives(book -> book.enter(7), cut);
        }
        byte[] sound = torn.memory.copy();
        Path file = folder.resolve("card");
        try (CardMemory created = CardMemory.create(file, sound.length, Durability.PROCESS_LOSS)) {
            assertThat(created.size()).isEqualTo(sound.length);
        }
        for (int at = 0; at < sound.length; at += 13) {
            byte[] image = sound.clone();
            image[at] ^= 0x55;
            Files.write(file, image);
            try (CardMemory memory = CardMemory.mapped(file, Durability.PROCESS_LOSS)) {
                card.on(memory);
            } catch (CardImageDamaged refused) {
                assertThat(Files.readAllBytes(file)).as(refused.getMessage()).isEqualTo(image);
            }
        }
    }

    private @Nullable Reason refusal(byte[] image) {
        try {
            card.on(CardMemory.inMemory(image));
            return null;
        } catch (CardImageDamaged damaged) {
            return damaged.reason();
        }
    }
}
