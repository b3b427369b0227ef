package org.whistle.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.reply.ReplyRejected;

/**
 * One version of one message: its wire name and the record behind it.
 *
 * @param name value of {@code ce_type}
 */
record Contract(String name, Class<?> record) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> VALIDATORS = new ConcurrentHashMap<>();

    /** Every message that has a record here, in the order of the wire names. */
    static List<Contract> all() {
        return Stream.concat(
                        EventTypes.all().values().stream().map(type -> new Contract(type.name(), type.record())),
                        Stream.of(new Contract(EventTypes.REPLY_REJECTED, ReplyRejected.class)))
                .sorted(Comparator.comparing(Contract::name))
                .toList();
    }

    ObjectNode schema() {
        return (ObjectNode) tree(resource("/schemas/" + name + ".json"));
    }

    ObjectNode example() {
        return (ObjectNode) tree(resource("/examples/" + name + ".json"));
    }

    /** The fields the schema finds at fault, by their path on the wire; empty when the message is valid. */
    Set<String> faults(JsonNode message) {
        return faults(name, message);
    }

    static Set<String> faults(String name, JsonNode message) {
        JsonSchema schema = VALIDATORS.computeIfAbsent(name, Contract::validator);
        return schema.validate(message.toString(), InputFormat.JSON).stream()
                .map(Contract::field)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String resource(String path) {
        String text = find(path);
        if (text == null) {
            throw new AssertionError("there is no " + path);
        }
        return text;
    }

    static @Nullable String find(String path) {
        try (InputStream in = Contract.class.getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema validator(String name) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return SCHEMAS.getSchema(
                SchemaLocation.of("urn:test:" + name), tree(resource("/schemas/" + name + ".json")), config);
    }

    private static String field(ValidationMessage message) {
        StringBuilder field = new StringBuilder();
        var location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object name = location.getElement(i);
            if (name instanceof Integer index) {
                field.append('[').append(index).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(name);
            }
        }
        // A missing field is reported where its parent stands.
        if (message.getType().equals("required")) {
            field.append(field.isEmpty() ? "" : ".").append(message.getProperty());
        }
        return field.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
