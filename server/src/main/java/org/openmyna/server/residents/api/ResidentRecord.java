package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;

/**
 * A person's resident record (住民票) as it stands on one day: all items of Resident Registry Act art.
 * 7 but My Number and resident record code, which have their own doors.
 *
 * @param municipality that keeps the record; for an emigrant the one of the koseki supplement
 * @param furigana フリガナ, katakana with one blank; none where none was notified
 * @param formerSurname 旧氏
 * @param alias 通称 of a foreign resident
 * @param address where the person lives, or lived last; for a Japanese emigrant the statement of
 *     departure {@code 国外転出　２０２６年０６月０４日}, as cards and certificates show it
 * @param household none for whoever does not live in the municipality any more
 * @param relationship to the householder, or the last one
 * @param residentSince 住民となった年月日
 * @param addressSince 住所を定めた年月日, if the person moved within the municipality
 * @param previousAddress 従前の住所
 * @param plannedMove day and destination of a notified move-out that lies ahead or is under way
 * @param continuedUse whether an emigrant may go on using the card (国外転出者向け)
 */
public record ResidentRecord(
        ResidentId id,
        Standing standing,
        MunicipalityCode municipality,
        PersonName name,
        Optional<String> furigana,
        Optional<String> formerSurname,
        Optional<String> alias,
        JapaneseDate birthDate,
        Sex sex,
        Address address,
        Optional<HouseholdId> household,
        Relationship relationship,
        LocalDate residentSince,
        Optional<LocalDate> addressSince,
        Optional<Address> previousAddress,
        Optional<FamilyRegister> familyRegister,
        Optional<ForeignResident> foreign,
        List<Qualification> qualifications,
        Optional<PlannedMove> plannedMove,
        boolean continuedUse) {
    public ResidentRecord {
        qualifications = List.copyOf(qualifications);
    }

    public FourItems fourItems() {
        return new FourItems(name, address, birthDate, sex);
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "ResidentRecord[" + id.value() + "]";
    }
}
