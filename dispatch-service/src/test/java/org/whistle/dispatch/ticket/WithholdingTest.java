package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.routing.Answer;

/** Given a hidden reporter who reports on a body, when the rules name that body, then it does not get the ticket. */
class WithholdingTest {

    private static final Why WHY = new Why(Why.Basis.RULE, "R1", "v1", List.of("type=S01"), Actor.SYSTEM, null);

    @Test
    void ticketThatTheRulesSendToTheBodyReportedOn_waitsForAPerson() {
        Scene scene = new Scene();

        scene.begin(scene.story.report().about("water-supply").build());

        TicketQueued queued = scene.last(TicketQueued.class);
        assertThat(queued.withheldFrom()).isEqualTo("water-supply");
        assertThat(queued.candidates()).doesNotContain("water-supply");
        assertThat(scene.all(TicketDispatched.class)).isEmpty();
        scene.accept(new TicketCommand.Dispatch(
                "water-supply", List.of(), null, null, null, "由街道当面核实", Scene.BY, scene.story.minute(9)));
        assertThat(scene.last(TicketDispatched.class).lead().department())
                .as("a person may, and answers for it")
                .isEqualTo("water-supply");
    }

    @Test
    void reportOnAnotherBody_goesWhereTheRulesSay() {
        Scene scene = new Scene();

        scene.begin(scene.story.report().about("market").build());

        assertThat(scene.last(TicketDispatched.class).lead().department()).isEqualTo("water-supply");
    }

    @Test
    void bodyReportedOn_doesNotCooperate_andIsNoCandidate() {
        Answer.Dispatch joint = new Answer.Dispatch("parks", List.of("market", "police"), WHY);
        assertThat(Withholding.from("market", joint))
                .isEqualTo(new Withholding.Result(new Answer.Dispatch("parks", List.of("police"), WHY), "market"));

        Answer.Queue queue =
                new Answer.Queue(TicketQueued.Reason.SEVERAL_ANSWERS, List.of("market", "parks"), List.of());
        assertThat(Withholding.from("market", queue))
                .isEqualTo(new Withholding.Result(
                        new Answer.Queue(TicketQueued.Reason.SEVERAL_ANSWERS, List.of("parks"), List.of()), "market"));
        assertThat(Withholding.from(null, joint)).isEqualTo(new Withholding.Result(joint, null));
    }
}
