package org.openmyna.card.applets;

/** The ten references of the card that have a value, and how the holder may change each. */
enum Reference {
    USER_AUTHENTICATION(TestCard.SELECT_JPKI, 0x18, 3, TestCard.PIN, "39383736", Change.DATA),
    SIGNATURE(TestCard.SELECT_JPKI, 0x1B, 5, TestCard.PASSWORD, "5A595839383736", Change.DATA),
    FORM_INPUT(TestCard.SELECT_FORM_INPUT, 0x11, 3, TestCard.PIN, "39383736", Change.DATA),
    FORM_INPUT_A(
            TestCard.SELECT_FORM_INPUT,
            0x14,
            10,
            TestCard.NUMBER_A,
            "313233343536373839303132",
            Change.NOT),
    FORM_INPUT_B(
            TestCard.SELECT_FORM_INPUT,
            0x15,
            10,
            TestCard.NUMBER_B,
            "3132333435363738393031323334",
            Change.NOT),
    CARD_FACE_BIRTH_DATE(
            TestCard.SELECT_CARD_FACE,
            0x11,
            10,
            TestCard.BIRTH_DATE_PIN,
            "303830323137",
            Change.NOT),
    CARD_FACE_B(
            TestCard.SELECT_CARD_FACE,
            0x12,
            10,
            TestCard.NUMBER_B,
            "3132333435363738393031323334",
            Change.NOT),
    CARD_FACE_A(
            TestCard.SELECT_CARD_FACE,
            0x13,
            10,
            TestCard.NUMBER_A,
            "313233343536373839303132",
            Change.NOT),
    JUKI(TestCard.SELECT_JUKI, 0x1C, 3, TestCard.PIN, "39383736", Change.KEY),
    COMMON(TestCard.SELECT_COMMON, 0x1C, 3, TestCard.PIN, "39383736", Change.KEY);

    /** CHANGE REFERENCE DATA, CHANGE KEY, or not at all. */
    enum Change {
        DATA,
        KEY,
        NOT
    }

    final String select;
    final int file;
    final int tries;
    final String value;
    final String other;
    final Change change;

    Reference(String select, int file, int tries, String value, String other, Change change) {
        this.select = select;
        this.file = file;
        this.tries = tries;
        this.value = value;
        this.other = other;
        this.change = change;
    }

    /**
     * {@code 00 20 00} VERIFY, {@code 00 24 01} CHANGE REFERENCE DATA, {@code 80 32 00} CHANGE KEY.
     */
    String command(String head, String data) {
        String lc = data.isEmpty() ? "" : "%02X".formatted(data.length() / 2);
        return head + "%02X".formatted(0x80 | file) + lc + data;
    }

    String ask() {
        return command("002000", "");
    }

    String verify(String guess) {
        return command("002000", guess);
    }

    boolean knowsChangeKey() {
        return change == Change.KEY;
    }
}
