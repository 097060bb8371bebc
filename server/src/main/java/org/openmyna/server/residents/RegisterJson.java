package org.openmyna.server.residents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.openmyna.kernel.Address;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.kernel.MunicipalityCode;
import org.openmyna.kernel.PersonName;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.kernel.Sex;
import org.openmyna.server.residents.api.Effect;
import org.openmyna.server.residents.api.HouseholdId;
import org.openmyna.server.residents.api.LifeEvent;
import org.openmyna.server.residents.api.NoticeId;
import org.openmyna.server.residents.api.Relationship;
import org.openmyna.server.residents.api.ResidentId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** How events and the seldom used items stand in the columns of the register. */
final class RegisterJson {
    /** The name of the event tells which it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface ByName {}

    private final ObjectWriter events;
    private final ObjectReader eventReader;
    private final ObjectWriter rests;
    private final ObjectReader restReader;
    private final ObjectWriter effects;
    private final ObjectReader effectReader;

    RegisterJson() {
        JsonMapper mapper = mapper();
        events = mapper.writerFor(LifeEvent.class);
        eventReader = mapper.readerFor(LifeEvent.class);
        rests = mapper.writerFor(Rest.class);
        restReader = mapper.readerFor(Rest.class);
        effects = mapper.writerFor(mapper.getTypeFactory().constructArrayType(Effect.class));
        effectReader = mapper.readerFor(mapper.getTypeFactory().constructArrayType(Effect.class));
    }

    private static JsonMapper mapper() {
        SimpleModule values = new SimpleModule("register");
        text(values, PersonName.class, PersonName::text, PersonName::new);
        text(values, Address.class, Address::text, Address::new);
        text(values, MunicipalityCode.class, MunicipalityCode::digits, MunicipalityCode::new);
        text(values, ResidentRecordCode.class, ResidentRecordCode::digits, ResidentRecordCode::new);
        text(values, Relationship.class, Relationship::text, Relationship::new);
        text(values, Sex.class, Sex::code, Sex::ofCode);
        text(
                values,
                JapaneseDate.class,
                JapaneseDate::certificateForm,
                JapaneseDate::ofCertificateForm);
        number(values, ResidentId.class, ResidentId::value, ResidentId::new);
        number(values, HouseholdId.class, HouseholdId::value, HouseholdId::new);
        number(values, NoticeId.class, NoticeId::value, NoticeId::new);
        return JsonMapper.builder()
                .addModule(values)
                .addMixIn(LifeEvent.class, ByName.class)
                .registerSubtypes(
                        Arrays.stream(LifeEvent.class.getPermittedSubclasses())
                                .map(each -> new NamedType(each, each.getSimpleName()))
                                .toArray(NamedType[]::new))
                .changeDefaultPropertyInclusion(
                        usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
    }

    String event(LifeEvent event) {
        return events.writeValueAsString(event);
    }

    LifeEvent event(String json) {
        return eventReader.readValue(json);
    }

    String rest(Rest rest) {
        return rests.writeValueAsString(rest);
    }

    Rest rest(String json) {
        return restReader.readValue(json);
    }

    String effects(List<Effect> all) {
        return effects.writeValueAsString(all.toArray(Effect[]::new));
    }

    List<Effect> effects(String json) {
        Effect[] all = effectReader.readValue(json);
        return List.of(all);
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read) {
        module.addSerializer(
                type,
                new ValueSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeString(write.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        return read.apply(in.getString());
                    }
                });
    }

    private static <T> void number(
            SimpleModule module, Class<T> type, Function<T, Long> write, Function<Long, T> read) {
        module.addSerializer(
                type,
                new ValueSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeNumber(write.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        return read.apply(in.getLongValue());
                    }
                });
    }
}
