package org.whistle.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;

class ActorsTest {

    private static final Actor PERSON = new Actor("water-001", "water-supply");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

    private static AssignmentAccepted accepted(Actor by) {
        return new AssignmentAccepted(UUID.randomUUID(), UUID.randomUUID(), "water-supply", by, AT);
    }

    @Test
    void thePersonBehindADecision_isFound() {
        assertThat(Actors.personBehind(accepted(PERSON))).contains(PERSON);
    }

    @Test
    void aRequest_isTheAct_ofTheManagerWhoSendsIt() {
        Actor manager = new Actor("water-002", "water-supply");
        ExtensionRequested request = new ExtensionRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "water-supply",
                UUID.randomUUID(),
                "备件未到",
                List.of(),
                PERSON,
                manager,
                AT);
        assertThat(Actors.personBehind(request)).contains(manager);
    }

    @Test
    void theSystem_isNoPerson() {
        assertThat(Actors.personBehind(accepted(Actor.SYSTEM))).isEmpty();
    }

    // Think before changing this: an event whose person is not found would be missing on the audit record.
    @Test
    void everyEventOfTheJournal_thatNamesAPerson_isUnderstood() {
        Set<String> named = new TreeSet<>();
        for (EventTypes.EventType type : EventTypes.all().values()) {
            boolean hides = Arrays.stream(type.record().getRecordComponents())
                    .anyMatch(component -> component.getType() != Actor.class
                            && component.getType() != Why.class
                            && component.getType().isRecord()
                            && Arrays.stream(component.getType().getRecordComponents())
                                    .anyMatch(inner -> inner.getType() == Actor.class));
            if (hides) {
                named.add(type.name());
            }
        }
        assertThat(named).isEmpty();
        assertThat(List.of(TicketQueued.class.getRecordComponents()))
                .noneMatch(component -> component.getType() == Actor.class);
    }
}
