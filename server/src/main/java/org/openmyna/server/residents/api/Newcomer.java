package org.openmyna.server.residents.api;

import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;

/**
 * Somebody of whom the register has no record yet.
 *
 * @param code a code that was given elsewhere; usually none, then an unused one is drawn
 */
public record Newcomer(
        PersonName name,
        Optional<String> furigana,
        Optional<String> formerSurname,
        Optional<String> alias,
        JapaneseDate birthDate,
        Sex sex,
        Relationship relationship,
        Optional<FamilyRegister> familyRegister,
        Optional<ForeignResident> foreign,
        List<Qualification> qualifications,
        Optional<ResidentRecordCode> code) {
    public Newcomer {
        qualifications = List.copyOf(qualifications);
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "Newcomer[hidden]";
    }
}
