package org.whistle.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON as it stands on the topics: UTF-8, camelCase, instants as ISO 8601, absent fields left out. Unknown fields are
 * passed over, so that a newer writer can be read; a missing or wrong field is a {@link ContractViolation}.
 */
public final class WireFormat {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule())
            .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What a schema calls another type is another type here too: no "1" for 1, no 1 for the second word.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(LogicalType.Textual, WireFormat::noNumbers)
            .withCoercionConfigDefaults(
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final Map<Class<? extends Message>, ObjectReader> READERS = EventTypes.all().values().stream()
            .map(EventTypes.EventType::record)
            .collect(Collectors.toUnmodifiableMap(c -> c, MAPPER::readerFor));

    private static final ObjectWriter WRITER = MAPPER.writer();

    private WireFormat() {}

    /** The bytes of a message or of any record of the contracts. */
    public static byte[] write(Object message) {
        try {
            return WRITER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the message behind a wire name.
     *
     * @throws ContractViolation when the name is unknown, the bytes are no JSON, or a field breaks the schema
     */
    public static Message read(String type, byte[] bytes) {
        Class<? extends Message> record = EventTypes.recordOf(type)
                .orElseThrow(() -> new ContractViolation("ce_type", "names no event known here: " + type));
        return read(record, bytes);
    }

    /**
     * Reads one record.
     *
     * @throws ContractViolation when the bytes are no JSON or a field breaks the schema
     */
    public static <T> T read(Class<T> record, byte[] bytes) {
        try {
            ObjectReader known = READERS.get(record);
            T value = known != null
                    ? known.readValue(bytes)
                    : MAPPER.readValue(bytes, (JavaType) MAPPER.constructType(record));
            if (value == null) {
                throw new ContractViolation("body", "is null");
            }
            return value;
        } catch (IOException e) {
            throw violation(e);
        }
    }

    private static void noNumbers(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static ContractViolation violation(IOException e) {
        String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContractViolation v) {
                return path.isEmpty() ? v : v.in(path);
            }
        }
        String message =
                e instanceof JsonProcessingException p ? p.getOriginalMessage() : String.valueOf(e.getMessage());
        ContractViolation violation =
                new ContractViolation(path.isEmpty() ? "body" : path, "cannot be read: " + message);
        violation.initCause(e);
        return violation;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
