package org.whistle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    @Test
    void names_areMadeOfTheDepartment() {
        assertThat(Topics.assigned("water-supply")).isEqualTo("whistle.assigned.water-supply");
        assertThat(Topics.reply("water-supply")).isEqualTo("whistle.reply.water-supply");
        assertThat(Topics.rejectedReply("water-supply")).isEqualTo("whistle.reply.water-supply.rejected");
        assertThat(Topics.deadLetter("intake")).isEqualTo("whistle.deadletter.intake");
    }

    @Test
    void department_isReadBack_fromItsReplyTopic() {
        assertThat(Topics.departmentOfReply("whistle.reply.water-supply")).isEqualTo("water-supply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whistle.reply.water-supply.rejected", "whistle.assigned.water-supply", "whistle.journal"})
    void otherTopic_isRefused_asAReplyTopic(String topic) {
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.departmentOfReply(topic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Water", "water.supply", "供水", "-water", "1water", "water supply"})
    void code_isRefused_whenItIsNotSafeInAName(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.assigned(code));
    }
}
