package org.openmyna.card.applets;

import java.util.List;

/** What a generator of commands has to know about an application to hit something in it. */
enum CardMap {
    JPKI(
            "D392F000260100000001",
            List.of(0x01, 0x02, 0x06, 0x08, 0x0A, 0x0B, 0x17, 0x18, 0x1A, 0x1B),
            List.of(0x17, 0x1A),
            List.of(Reference.USER_AUTHENTICATION, Reference.SIGNATURE)),
    FORM_INPUT(
            "D3921000310001010408",
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15),
            List.of(0x10, 0x13),
            List.of(Reference.FORM_INPUT, Reference.FORM_INPUT_A, Reference.FORM_INPUT_B)),
    CARD_FACE(
            "D3921000310001010402",
            List.of(1, 2, 3, 4, 5, 6, 0x11, 0x12, 0x13, 0x1A),
            List.of(0x1A),
            List.of(Reference.CARD_FACE_BIRTH_DATE, Reference.CARD_FACE_B, Reference.CARD_FACE_A)),
    JUKI("D3921000310001010401", List.of(1, 2, 0x1C), List.of(0x1C), List.of(Reference.JUKI)),
    COMMON(
            "D3921000310001010100",
            List.of(1, 2, 0x19, 0x1C),
            List.of(0x19),
            List.of(Reference.COMMON));

    final String aid;
    final List<Integer> files;

    /** Places where a key is, or nearly. */
    final List<Integer> keys;

    final List<Reference> references;

    CardMap(String aid, List<Integer> files, List<Integer> keys, List<Reference> references) {
        this.aid = aid;
        this.files = files;
        this.keys = keys;
        this.references = references;
    }

    String select() {
        return "00A4040C0A" + aid;
    }
}
