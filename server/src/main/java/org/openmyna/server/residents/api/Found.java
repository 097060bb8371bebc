package org.openmyna.server.residents.api;

import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;

/**
 * Somebody who was found.
 *
 * @param address none if it must not be shown here (支援措置)
 * @param isProtected that a measure of protection holds; shown to the office that has it alone
 */
public record Found(
        ResidentId id,
        PersonName name,
        Optional<String> furigana,
        JapaneseDate birthDate,
        Optional<Address> address,
        Standing standing,
        boolean isProtected) {
    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "Found[" + id.value() + "]";
    }
}
