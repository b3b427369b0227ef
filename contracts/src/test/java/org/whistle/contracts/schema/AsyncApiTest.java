package org.whistle.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.reply.ReplyCommand;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The AsyncAPI document: it names every topic and every type, and all it refers to is there. */
class AsyncApiTest {

    private static final JsonNode API = Contract.JSON.valueToTree(
            new Yaml(new SafeConstructor(new LoaderOptions())).load(Contract.resource("/asyncapi.yaml")));

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    @Test
    void everyTopic_isAChannel() {
        List<String> addresses = API.get("channels").findValuesAsText("address");

        assertThat(addresses)
                .containsExactlyInAnyOrder(
                        Topics.JOURNAL,
                        Topics.COMMUNITY,
                        Topics.assigned("x").replaceAll("x$", "{department}"),
                        Topics.reply("x").replaceAll("x$", "{department}"),
                        Topics.rejectedReply("x").replaceAll("x(?=.rejected$)", "{department}"),
                        Topics.deadLetter("x").replaceAll("x$", "{service}"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyType_isAMessage_withItsSchema_onItsChannel(Contract contract) {
        List<String> keys = new ArrayList<>();
        API.at("/components/messages").fields().forEachRemaining(message -> {
            if (message.getValue().path("name").asText().equals(contract.name())) {
                keys.add(message.getKey());
            }
        });

        assertThat(keys).hasSize(1);
        JsonNode message = API.at("/components/messages/" + keys.getFirst());
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("schemas/" + contract.name() + ".json");
        assertThat(message.path("title").asText())
                .isEqualTo(contract.schema().get("title").asText());
        assertThat(channelsOf(keys.getFirst())).containsExactly(channel(contract));
    }

    @Test
    void everyJournalEvent_isWritten_byItsOneOwner() {
        contracts()
                .filter(contract -> JournalEvent.class.isAssignableFrom(contract.record()))
                .forEach(contract -> assertThat(writers(contract.name()))
                        .as(contract.name())
                        .containsExactly(contract.name().split("\\.")[1] + "WritesJournal"));
    }

    @Test
    void everyReference_leadsSomewhere() {
        List<String> references = API.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(API.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Contract.find("/" + reference)).as(reference).isNotNull();
            }
        });
    }

    @Test
    void everyMessage_carriesTheCloudEventHeaders() {
        JsonNode headers = API.at("/components/schemas/CloudEventHeaders/required");

        assertThat(headers)
                .extracting(JsonNode::asText)
                .contains("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "content-type");
        API.at("/components/messages")
                .forEach(message -> assertThat(message.at("/traits/0/$ref").asText())
                        .isEqualTo("#/components/messageTraits/cloudEvent"));
    }

    private static String channel(Contract contract) {
        if (JournalEvent.class.isAssignableFrom(contract.record())) {
            return "journal";
        } else if (AssignmentMessage.class.isAssignableFrom(contract.record())) {
            return "assigned";
        } else if (ReplyCommand.class.isAssignableFrom(contract.record())) {
            return "reply";
        } else if (CommunityEvent.class.isAssignableFrom(contract.record())) {
            return "community";
        }
        return "replyRejected";
    }

    private static List<String> channelsOf(String message) {
        List<String> channels = new ArrayList<>();
        API.get("channels").fields().forEachRemaining(channel -> {
            if (channel.getValue().at("/messages/" + message + "/$ref").asText().endsWith("/" + message)) {
                channels.add(channel.getKey());
            }
        });
        return channels;
    }

    private static List<String> writers(String type) {
        List<String> writers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation : API.get("operations").properties()) {
            boolean writes = operation.getValue().get("action").asText().equals("send");
            for (JsonNode reference : operation.getValue().path("messages")) {
                JsonNode inChannel = API.at(reference.get("$ref").asText().substring(1));
                JsonNode message = API.at(inChannel.get("$ref").asText().substring(1));
                if (writes && message.get("name").asText().equals(type)) {
                    writers.add(operation.getKey());
                }
            }
        }
        return writers;
    }
}
