package org.openmyna.server.residents.api;

import java.util.List;
import java.util.Optional;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.Sex;

/**
 * What happens to people (異動). Where somebody leaves a household, {@code staying} says what those
 * who stay become: needed if the householder leaves. Everybody in the lists is of one household.
 */
public sealed interface LifeEvent {
    /** 出生: into the household of a parent. */
    record Birth(HouseholdId household, Newcomer child) implements LifeEvent {}

    /** 転入 of people without a record: from abroad, or entered by the municipality (職権記載). */
    record Arrival(Home home, List<Newcomer> people, Optional<Address> from) implements LifeEvent {}

    /** 転入 of people who moved out elsewhere, or come back from abroad. */
    record MoveIn(Home home, List<Member> people) implements LifeEvent {}

    /**
     * 転出届: takes effect on the planned day, which is the event's effective day. A notice ahead of
     * it shows in {@link ResidentRecord#plannedMove} from its recording on.
     */
    record MoveOut(
            List<ResidentId> people, Address destination, boolean special, List<Member> staying)
            implements LifeEvent {}

    /** 転居, within the municipality. */
    record MoveWithin(Home home, List<Member> people, List<Member> staying) implements LifeEvent {}

    /**
     * 世帯変更: another householder, other relationships, households joined or split.
     *
     * @param household that the members form from now on; none for a new one
     * @param staying those of the households left behind
     */
    record HouseholdChange(
            Optional<HouseholdId> household, List<Member> members, List<Member> staying)
            implements LifeEvent {}

    /** 死亡. */
    record Death(ResidentId person, List<Member> staying) implements LifeEvent {}

    /** 氏名変更: marriage, divorce, adoption, permission of a court. */
    record NameChange(
            ResidentId person,
            PersonName name,
            Optional<String> furigana,
            Optional<FamilyRegister> familyRegister)
            implements LifeEvent {}

    /** 旧氏: entered, changed or taken out. */
    record FormerSurnameChange(ResidentId person, Optional<String> formerSurname)
            implements LifeEvent {}

    /** 通称 of a foreign resident: entered, changed or taken out. */
    record AliasChange(ResidentId person, Optional<String> alias) implements LifeEvent {}

    /**
     * 国外転出, effective on the day of departure.
     *
     * @param continuedUse asked for by the day before at the latest; Japanese nationals only
     */
    record Emigration(
            List<ResidentId> people, String country, boolean continuedUse, List<Member> staying)
            implements LifeEvent {}

    /** 職権修正 of what was wrong from the effective day on; what is empty stays as it is. */
    record Correction(
            ResidentId person,
            Optional<PersonName> name,
            Optional<String> furigana,
            Optional<JapaneseDate> birthDate,
            Optional<Sex> sex,
            Optional<Address> address,
            Optional<FamilyRegister> familyRegister)
            implements LifeEvent {}

    /** 職権消除. */
    record Deletion(ResidentId person, List<Member> staying) implements LifeEvent {}

    /** Another status or period of stay of a foreign resident. */
    record StayChange(ResidentId person, ForeignResident foreign) implements LifeEvent {}

    /** 住民票コードの変更: a new one is drawn; the law asks for no reason. */
    record RecordCodeChange(ResidentId person) implements LifeEvent {}

    /**
     * 異動の取消: as if the notice had never been given. Its entries stay visible in the past of the
     * register.
     */
    record Cancellation(NoticeId notice) implements LifeEvent {}

    /** Nobody's name or address gets into a log by accident. */
    default String kind() {
        return getClass().getSimpleName();
    }
}
