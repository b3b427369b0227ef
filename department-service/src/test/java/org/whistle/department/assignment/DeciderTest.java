package org.whistle.department.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whistle.department.assignment.Lives.HANDLER;
import static org.whistle.department.assignment.Lives.NO_PHOTOS;
import static org.whistle.department.assignment.Lives.RULES;
import static org.whistle.department.assignment.Lives.STORY;
import static org.whistle.department.assignment.Lives.after;
import static org.whistle.department.assignment.Lives.at;
import static org.whistle.department.assignment.Lives.in;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.department.assignment.Assignment.Acceptance;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Decision.Refused;
import org.whistle.testkit.Story;

class DeciderTest {

    private final Decider decider = new Decider(RULES);

    /** Every state against every command. */
    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "ISSUED,         accept,   accepted",
        "ISSUED,         note,     NOT_ACCEPTED_YET",
        "ISSUED,         complete, NOT_ACCEPTED_YET",
        "ISSUED,         return,   return-requested",
        "ACCEPTED,       accept,   ALREADY_ACCEPTED",
        "ACCEPTED,       note,     noted",
        "ACCEPTED,       complete, completed",
        "ACCEPTED,       return,   return-requested",
        "RETURN_PENDING, accept,   RETURN_PENDING",
        "RETURN_PENDING, note,     noted",
        "RETURN_PENDING, complete, RETURN_PENDING",
        "RETURN_PENDING, return,   RETURN_PENDING",
        "SUSPENDED,      accept,   SUSPENDED",
        "SUSPENDED,      note,     noted",
        "SUSPENDED,      complete, SUSPENDED",
        "SUSPENDED,      return,   SUSPENDED",
        "COMPLETED,      accept,   ALREADY_COMPLETED",
        "COMPLETED,      note,     ALREADY_COMPLETED",
        "COMPLETED,      complete, ALREADY_COMPLETED",
        "COMPLETED,      return,   ALREADY_COMPLETED",
        "RECALLED,       accept,   RECALLED",
        "RECALLED,       note,     RECALLED",
        "RECALLED,       complete, RECALLED",
        "RECALLED,       return,   RECALLED",
        "SETTLED,        accept,   SETTLED",
        "SETTLED,        note,     SETTLED",
        "SETTLED,        complete, SETTLED",
        "SETTLED,        return,   SETTLED",
    })
    void command_isDecided_byTheState(Stage stage, String wish, String answer) {
        Command command =
                switch (wish) {
                    case "accept" -> Lives.accept(10);
                    case "note" -> Lives.note(10);
                    case "complete" -> Lives.complete(10);
                    default -> Lives.requestReturn(10);
                };

        assertThat(nameOf(decider.decide(in(stage), command))).isEqualTo(answer);
    }

    @Test
    void acceptance_names_whoAndWhen() {
        assertThat(done(decider.decide(in(Stage.ISSUED), Lives.accept(8))))
                .isEqualTo(new AssignmentAccepted(STORY.ticketId(), STORY.assignmentId(), Story.LEAD, HANDLER, at(8)));
        assertThat(in(Stage.ACCEPTED))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.acceptance())
                        .isEqualTo(new Acceptance("water-supply-1", at(8))));
    }

    @Test
    void completion_carries_resultAndEvidence() {
        List<UUID> photos = List.of(UUID.randomUUID());
        Command complete = new Command.Complete("已更换。", photos, HANDLER, at(80));

        assertThat(done(decider.decide(in(Stage.ACCEPTED), complete)))
                .isEqualTo(new AssignmentCompleted(
                        STORY.ticketId(), STORY.assignmentId(), Story.LEAD, "已更换。", photos, HANDLER, at(80)));
        assertThat(in(Stage.COMPLETED))
                .isInstanceOfSatisfying(Completed.class, completed -> assertThat(completed.completedAt())
                        .isEqualTo(at(80)));
    }

    @Test
    void completion_isRefused_withoutEnoughEvidence() {
        Decider strict = new Decider(new Rules(2, Set.of("handler")));
        Command one = new Command.Complete("已更换。", List.of(UUID.randomUUID()), HANDLER, at(80));
        Command two = new Command.Complete("已更换。", List.of(UUID.randomUUID(), UUID.randomUUID()), HANDLER, at(80));

        assertThat(strict.decide(in(Stage.ACCEPTED), one)).isEqualTo(Decision.refused(Refusal.EVIDENCE_MISSING, 2));
        assertThat(strict.decide(in(Stage.ACCEPTED), two)).isInstanceOf(Done.class);
    }

    @Test
    void return_isTaken_atTheVeryEndOfItsWindow() {
        Command last = new Command.RequestReturn(
                STORY.returnId(), "r", "l", NO_PHOTOS, Set.of("manager"), HANDLER, returnBy());

        assertThat(decider.decide(in(Stage.ACCEPTED), last)).isInstanceOf(Done.class);
    }

    @Test
    void return_isRefused_afterItsWindow() {
        Command late = new Command.RequestReturn(
                STORY.returnId(),
                "r",
                "l",
                NO_PHOTOS,
                Set.of("manager"),
                HANDLER,
                returnBy().plus(Duration.ofMillis(1)));

        assertThat(decider.decide(in(Stage.ACCEPTED), late))
                .isEqualTo(Decision.refused(Refusal.RETURN_TOO_LATE, "2026-03-02 09:30:01"));
    }

    @Test
    void return_isRefused_afterTheLastReturn() {
        Assignment continued = after(in(Stage.RETURN_PENDING), STORY.continued());

        assertThat(decider.decide(continued, Lives.requestReturn(25)))
                .isEqualTo(Decision.refused(Refusal.NO_RETURNS_LEFT));
    }

    @Test
    void return_isRefused_toARoleTheCityDoesNotName() {
        Decider managersOnly = new Decider(new Rules(0, Set.of("manager")));

        assertThat(managersOnly.decide(in(Stage.ACCEPTED), Lives.requestReturn(20, "handler")))
                .isEqualTo(Decision.refused(Refusal.RETURN_ROLE, "manager"));
        assertThat(managersOnly.decide(in(Stage.ACCEPTED), Lives.requestReturn(20, "manager")))
                .isInstanceOf(Done.class);
    }

    @Test
    void return_usesOneUp_andRemembersWhoHadAccepted() {
        assertThat(in(Stage.RETURN_PENDING)).isInstanceOfSatisfying(ReturnPending.class, pending -> {
            assertThat(pending.returnId()).isEqualTo(STORY.returnId());
            assertThat(pending.terms().returnsLeft()).isZero();
            assertThat(pending.acceptance()).isEqualTo(new Acceptance("water-supply-1", at(8)));
        });
    }

    @Test
    void note_isRefused_whileTheReturnOfAnUnacceptedAssignmentIsPending() {
        assertThat(decider.decide(Lives.returnPendingBeforeAcceptance(), Lives.note(25)))
                .isEqualTo(Decision.refused(Refusal.NOT_ACCEPTED_YET));
    }

    @Test
    void note_changesNoState() {
        Assignment accepted = in(Stage.ACCEPTED);

        assertThat(after(accepted, Lives.note(30))).isEqualTo(accepted);
    }

    @Test
    void event_isNotApplied_toAStateItWasNotDecidedOn() {
        for (DepartmentEvent event :
                List.of(STORY.accepted(), STORY.progressNoted(), STORY.completed(), STORY.returnRequested())) {
            assertThatThrownBy(() -> Decider.evolve(in(Stage.SETTLED), event))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("settled");
        }
    }

    @Test
    void rules_areRefused_outsideTheirBounds() {
        assertThatThrownBy(() -> new Rules(10, Set.of("handler"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rules(-1, Set.of("handler"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rules(0, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static java.time.Instant returnBy() {
        return STORY.assignmentIssued().returnBy();
    }

    private static DepartmentEvent done(Decision decision) {
        return ((Done) decision).events().getFirst();
    }

    private static String nameOf(Decision decision) {
        return switch (decision) {
            case Refused refused -> refused.rule().name();
            case Done done ->
                switch (done(done)) {
                    case AssignmentAccepted e -> "accepted";
                    case ProgressNoted e -> "noted";
                    case AssignmentCompleted e -> "completed";
                    case ReturnRequested e -> "return-requested";
                    case ExtensionRequested e -> "extension-requested";
                    case SuspensionRequested e -> "suspension-requested";
                    case CheckedIn e -> "checked-in";
                    case OwnershipAnswered e -> "ownership-answered";
                };
        };
    }
}
