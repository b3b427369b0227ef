package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicketNoTest {

    private static final Instant LATE = Instant.parse("2026-03-02T16:30:00Z");

    @Test
    void ticketNo_namesTheDayInChina() {
        assertThat(TicketNo.of("370102009", LATE, 0)).isEqualTo("370102009-20260303-000000");
    }

    @Test
    void ticketNumbers_areDifferent_forAWholeBlock() {
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < 100_000; number++) {
            seen.add(TicketNo.of("370102009", LATE, number));
        }

        assertThat(seen).hasSize(100_000);
    }

    @Property
    void ticketNo_hasItsForm(@ForAll @IntRange(max = TicketNo.NUMBERS - 1) int number) {
        assertThat(TicketNo.of("370102009", LATE, number)).matches("370102009-20260303-[0-9A-HJKMNP-TV-Z]{6}");
    }

    @Property
    void neighbours_lookUnlikeEachOther(@ForAll @IntRange(max = TicketNo.NUMBERS - 2) int number) {
        String one = TicketNo.of("370102009", LATE, number).substring(19);
        String next = TicketNo.of("370102009", LATE, number + 1).substring(19);
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            different += one.charAt(i) == next.charAt(i) ? 0 : 1;
        }

        assertThat(different).isGreaterThanOrEqualTo(2);
    }

    @Test
    void number_isRefused_outOfRange() {
        assertThatThrownBy(() -> TicketNo.of("370102009", LATE, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TicketNo.of("370102009", LATE, TicketNo.NUMBERS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
