package org.openmyna.server.counter;

/** Readings as the register has them: katakana. */
final class Kana {
    private Kana() {}

    /** Hiragana becomes katakana; everything else stays. */
    static String katakana(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        for (int n = 0; n < typed.length(); n++) {
            char c = typed.charAt(n);
            text.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + ('ァ' - 'ぁ')) : c);
        }
        return text.toString();
    }
}
