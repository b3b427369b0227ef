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
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
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

    private static ContractViolation violation(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContractViolation v) {
                return v;
            }
        }
        String field = "body";
        if (e instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            field = mapping.getPath().stream()
                    .map(r -> r.getFieldName() != null ? r.getFieldName() : "[" + r.getIndex() + "]")
                    .collect(Collectors.joining("."));
        }
        String message = e instanceof JsonProcessingException p ? p.getOriginalMessage() : String.valueOf(e.getMessage());
        ContractViolation violation = new ContractViolation(field, "cannot be read: " + message);
        violation.initCause(e);
        return violation;
    }
}
