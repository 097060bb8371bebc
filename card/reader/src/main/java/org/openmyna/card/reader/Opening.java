package org.openmyna.card.reader;

import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.Pin;
import org.openmyna.kernel.VerificationNumberB;

/** What the caller has in order to open the data of a card; all of it hides itself when printed. */
public sealed interface Opening {
    /** The form input PIN: opens everything, since the My Number that it shows is A. */
    record ByPin(Pin pin) implements Opening {}

    /** The My Number as verification number A: all but the four items. */
    record ByNumber(MyNumber number) implements Opening {}

    /** What is printed on the front, as verification number B: all but the My Number. */
    record ByFront(VerificationNumberB number) implements Opening {}

    /** The birth date: the age record alone. */
    record ByBirthDate(JapaneseDate born) implements Opening {
        @Override
        public String toString() {
            return "ByBirthDate[hidden]";
        }
    }
}
