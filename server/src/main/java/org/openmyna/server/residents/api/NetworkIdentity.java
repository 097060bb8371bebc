package org.openmyna.server.residents.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.FourItems;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;

/**
 * Identity data (本人確認情報) as the resident network has it now; of an emigrant, from the koseki
 * supplement (附票本人確認情報).
 *
 * @param code the one that the person has now
 * @param municipality whose record it is from
 * @param standing whether it is of a resident, or since when not is among the changes
 * @param changes of the time for which they are kept, the newest first
 */
public record NetworkIdentity(
        ResidentRecordCode code,
        PersonName name,
        Optional<String> formerSurname,
        Optional<String> alias,
        JapaneseDate birthDate,
        Sex sex,
        Address address,
        MunicipalityCode municipality,
        Standing standing,
        List<Change> changes) {
    public NetworkIdentity {
        changes = List.copyOf(changes);
    }

    /**
     * @param event why (異動事由): a {@link LifeEvent#kind}
     * @param on 異動年月日
     */
    public record Change(String event, LocalDate on) {}

    public FourItems fourItems() {
        return new FourItems(name, address, birthDate, sex);
    }

    /** Who it is stays hidden. */
    @Override
    public String toString() {
        return "NetworkIdentity[hidden]";
    }
}
