package org.whistle.department.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whistle.department.assignment.Lives.STORY;
import static org.whistle.department.assignment.Lives.after;
import static org.whistle.department.assignment.Lives.in;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.department.Issues;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.department.assignment.Reception.Impossible;
import org.whistle.department.assignment.Reception.Known;

class ReceiverTest {

    /** Every state against every message; {@code known} is ignored knowingly, {@code impossible} is reported. */
    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "ISSUED,         issued,    known",
        "ISSUED,         recalled,  RECALLED",
        "ISSUED,         continued, impossible",
        "ISSUED,         reworked,  impossible",
        "ISSUED,         settled,   SETTLED",
        "ACCEPTED,       issued,    known",
        "ACCEPTED,       recalled,  RECALLED",
        "ACCEPTED,       continued, impossible",
        "ACCEPTED,       reworked,  impossible",
        "ACCEPTED,       settled,   SETTLED",
        "RETURN_PENDING, issued,    known",
        "RETURN_PENDING, recalled,  RECALLED",
        "RETURN_PENDING, continued, ACCEPTED",
        "RETURN_PENDING, reworked,  impossible",
        "RETURN_PENDING, settled,   SETTLED",
        "SUSPENDED,      issued,    known",
        "SUSPENDED,      recalled,  RECALLED",
        "SUSPENDED,      continued, impossible",
        "SUSPENDED,      reworked,  impossible",
        "SUSPENDED,      settled,   SETTLED",
        "COMPLETED,      issued,    known",
        "COMPLETED,      recalled,  RECALLED",
        "COMPLETED,      continued, impossible",
        "COMPLETED,      reworked,  ACCEPTED",
        "COMPLETED,      settled,   SETTLED",
        "RECALLED,       issued,    known",
        "RECALLED,       recalled,  known",
        "RECALLED,       continued, impossible",
        "RECALLED,       reworked,  impossible",
        "RECALLED,       settled,   known",
        "SETTLED,        issued,    known",
        "SETTLED,        recalled,  impossible",
        "SETTLED,        continued, impossible",
        "SETTLED,        reworked,  impossible",
        "SETTLED,        settled,   known",
    })
    void message_isReceived_byTheState(Stage stage, String word, String result) {
        assertThat(nameOf(Receiver.receive(in(stage), message(word)))).isEqualTo(result);
    }

    @Test
    void newAssignment_isIssued() {
        assertThat(Receiver.receive(null, Issues.withTerms(STORY))).isEqualTo(new Changed(in(Stage.ISSUED)));
    }

    @ParameterizedTest
    @CsvSource({"recalled", "continued", "reworked", "settled"})
    void unknownAssignment_isImpossible_forAnythingButItsIssue(String word) {
        assertThat(Receiver.receive(null, message(word))).isInstanceOf(Impossible.class);
    }

    @Test
    void messageOfAnotherTicket_isImpossible() {
        AssignmentReworked foreign = new AssignmentReworked(
                UUID.randomUUID(),
                STORY.assignmentId(),
                STORY.department(),
                "r",
                java.util.List.of(),
                STORY.handle(),
                STORY.minute(100));

        assertThat(Receiver.receive(in(Stage.COMPLETED), foreign)).isInstanceOf(Impossible.class);
    }

    @Test
    void refusedReturn_goesBackToIssued_whenNobodyHadAccepted() {
        Assignment continued = after(Lives.returnPendingBeforeAcceptance(), STORY.continued());

        assertThat(continued).isInstanceOfSatisfying(Issued.class, issued -> assertThat(
                        issued.terms().handle())
                .isEqualTo(STORY.continued().handle()));
    }

    @Test
    void refusedReturn_isKnown_whenToldTwice() {
        Assignment continued = after(in(Stage.RETURN_PENDING), STORY.continued());

        assertThat(Receiver.receive(continued, STORY.continued())).isInstanceOf(Known.class);
    }

    @Test
    void refusalOfAnotherReturn_isImpossible() {
        AssignmentContinued c = STORY.continued();
        AssignmentContinued other = new AssignmentContinued(
                c.ticketId(),
                c.assignmentId(),
                c.department(),
                UUID.randomUUID(),
                c.reason(),
                c.handle(),
                c.continuedAt());

        assertThat(Receiver.receive(in(Stage.RETURN_PENDING), other)).isInstanceOf(Impossible.class);
    }

    @Test
    void rework_goesOnWithTheSameHandler_andTheClockGiven() {
        Assignment reworked = after(in(Stage.COMPLETED), STORY.reworked());

        assertThat(reworked).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.terms().handle()).isEqualTo(STORY.reworked().handle());
            assertThat(accepted.acceptance().handler()).isEqualTo("water-supply-1");
        });
    }

    @Test
    void rework_isKnown_whenToldTwice_alsoAfterTheNextCompletion() {
        Assignment reworked = after(in(Stage.COMPLETED), STORY.reworked());
        Assignment again = after(reworked, Lives.complete(130));

        assertThat(Receiver.receive(reworked, STORY.reworked())).isInstanceOf(Known.class);
        assertThat(Receiver.receive(again, STORY.reworked())).isInstanceOf(Known.class);
    }

    @Test
    void recall_keepsItsCause() {
        assertThat(after(in(Stage.ISSUED), STORY.recalled(Cause.RE_DISPATCHED)))
                .isInstanceOfSatisfying(
                        Recalled.class, recalled -> assertThat(recalled.cause()).isEqualTo(Cause.RE_DISPATCHED));
    }

    private static AssignmentMessage message(String word) {
        return switch (word) {
            case "issued" -> STORY.assignmentIssued();
            case "recalled" -> STORY.recalled(Cause.RETURN_APPROVED);
            case "continued" -> STORY.continued();
            case "reworked" -> STORY.reworked();
            default -> STORY.settled();
        };
    }

    private static String nameOf(Reception reception) {
        return switch (reception) {
            case Changed changed -> Stage.of(changed.assignment()).name();
            case Known known -> "known";
            case Impossible impossible -> "impossible";
        };
    }
}
