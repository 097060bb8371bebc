package org.openmyna.server.calls;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.JapaneseDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How values travel between machines of the house: records by their components, {@link
 * JapaneseDate} as certificates write it, a value of a sealed interface with its simple name as
 * {@code type}.
 */
final class HouseJson {
    private static final String TYPE = "type";
    private static final String OURS = "org.openmyna.";

    private HouseJson() {}

    private static final class Once {
        static final JsonMapper MAPPER =
                JsonMapper.builder()
                        .addModule(new Values())
                        // a question such as isHouseholder() is no part of a value
                        .changeDefaultVisibility(
                                usual -> usual.withIsGetterVisibility(Visibility.NONE))
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build();
    }

    static JsonMapper mapper() {
        return Once.MAPPER;
    }

    private static final class Values extends SimpleModule {
        private static final long serialVersionUID = 1;

        Values() {
            super("openmyna", Version.unknownVersion());
            addSerializer(JapaneseDate.class, new DateWriter());
            addDeserializer(JapaneseDate.class, new DateReader());
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.insertAnnotationIntrospector(new SealedByName());
        }
    }

    private static final class DateWriter extends ValueSerializer<JapaneseDate> {
        @Override
        public void serialize(JapaneseDate date, JsonGenerator json, SerializationContext context) {
            json.writeString(date.certificateForm());
        }
    }

    private static final class DateReader extends ValueDeserializer<JapaneseDate> {
        @Override
        public JapaneseDate deserialize(JsonParser json, DeserializationContext context) {
            return JapaneseDate.ofCertificateForm(json.getValueAsString(""));
        }
    }

    private static final class SealedByName extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
                MapperConfig<?> config, Annotated annotated) {
            Class<?> type = annotated.getRawType();
            boolean named =
                    isOurs(type) || Arrays.stream(type.getInterfaces()).anyMatch(this::isOurs);
            return named
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.SIMPLE_NAME,
                            JsonTypeInfo.As.PROPERTY,
                            TYPE,
                            null,
                            false,
                            true)
                    : null;
        }

        /** A value that stands alone is named as well. */
        private boolean isOurs(Class<?> type) {
            return type.isSealed()
                    && type.isInterface()
                    && type != JapaneseDate.class
                    && type.getName().startsWith(OURS);
        }
    }
}
