package org.whistle.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.whistle.local.text.LocalException;

class PartTest {

    @Test
    void lists_mayHoldGroupsAndNames() {
        assertThat(Part.parse("infrastructure,intake"))
                .containsExactlyInAnyOrder(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.FRONT_DOOR, Part.INTAKE);
        assertThat(Part.parse("all")).isEqualTo(Part.all());
        assertThat(Part.parse("postgres, kafka")).containsExactly(Part.POSTGRES, Part.KAFKA);
    }

    @Test
    void unknownNames_areRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Part.parse("redis"))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("redis")
                .hasMessageContaining("keycloak");
    }
}
