package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;

/**
 * What a loop carries through all its states: what was reported, who has or had it, and the counts that the rates need.
 *
 * @param grid code of 15 digits; its prefixes are community, street and district
 * @param filedBy account that filed the report; it may answer for the reporter
 * @param round of the last dispatch, 0 before the first
 * @param legs of all rounds, in the order they were issued
 * @param reopened how often the reporter said it is not solved
 * @param reworks how often verification sent it back
 * @param returns how many returns were approved
 * @param firstDispatchedAt when it first went to a department
 * @param firstDepartment who led the first round
 * @param closeDueAt by when it should be closed: the last handling limit, then the limits of verifying and of contact
 */
public record Matter(
        UUID ticketId,
        String ticketNo,
        MatterKind kind,
        @Nullable String type,
        @Nullable String condition,
        @Nullable Urgency urgency,
        String grid,
        Position position,
        String filedBy,
        Instant filedAt,
        int round,
        List<LoopLeg> legs,
        int reopened,
        int reworks,
        int returns,
        @Nullable Instant firstDispatchedAt,
        @Nullable String firstDepartment,
        @Nullable Instant closeDueAt) {

    public Matter {
        legs = List.copyOf(legs);
    }

    /** The leg of an assignment, of whatever round. */
    public Optional<LoopLeg> leg(UUID assignmentId) {
        return legs.stream()
                .filter(leg -> leg.assignmentId().equals(assignmentId))
                .findFirst();
    }

    /** The legs of the present round. */
    public Stream<LoopLeg> present() {
        return legs.stream().filter(leg -> leg.round() == round);
    }

    /** The leading leg of the present round; empty before the first dispatch. */
    public Optional<LoopLeg> lead() {
        return present().filter(leg -> leg.role() == LegRole.LEAD).findFirst();
    }

    /**
     * Whether the present round is done: the body that leads and every other that still has a part have reported. One whose
     * return was approved leaves the others alone; without a lead nothing is done.
     */
    public boolean isDone() {
        return lead().filter(LoopLeg::isStanding).isPresent()
                && present().filter(LoopLeg::isStanding).allMatch(leg -> leg.completedAt() != null);
    }

    /**
     * Whether the present round only asked whose it is (认领): bodies were to identify it, some perhaps to make it safe, and
     * none to handle it. When it is done, nothing is handled yet.
     */
    public boolean isIdentification() {
        return present().anyMatch(leg -> leg.course().task() == LegTask.IDENTIFY)
                && present().allMatch(leg -> leg.course().task() != null);
    }

    /** The last confirmation of the present round. */
    public Instant handledAt() {
        return present()
                .map(LoopLeg::completedAt)
                .filter(at -> at != null)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How far a position is from the reported one, in metres. */
    public int metresFrom(Position other) {
        return Distance.metres(position, other);
    }

    /** Whether a department has or had a part in it. */
    public boolean wasWith(@Nullable String department) {
        return department != null
                && legs.stream().anyMatch(leg -> leg.department().equals(department));
    }

    Matter withLeg(UUID assignmentId, UnaryOperator<LoopLeg> change) {
        return withLegs(legs.stream()
                .map(leg -> leg.assignmentId().equals(assignmentId) ? change.apply(leg) : leg)
                .toList());
    }

    private Matter withLegs(List<LoopLeg> newLegs) {
        return with(matter -> matter.legs = newLegs);
    }

    Matter dispatched(
            int newRound, String newType, String newCondition, Urgency newUrgency, List<LoopLeg> newLegs, Instant at) {
        List<LoopLeg> all = new ArrayList<>();
        for (LoopLeg leg : legs) {
            all.add(leg.isStanding() && leg.completedAt() == null ? leg.ended(LoopLeg.Cause.REPLACED, at) : leg);
        }
        all.addAll(newLegs);
        String lead = newLegs.stream()
                .filter(leg -> leg.role() == LegRole.LEAD)
                .findFirst()
                .orElseThrow()
                .department();
        return with(matter -> {
            matter.classify(newType, newCondition, newUrgency);
            matter.round = newRound;
            matter.legs = all;
            if (firstDispatchedAt == null) {
                matter.firstDispatchedAt = at;
                matter.firstDepartment = lead;
            }
        });
    }

    /**
     * Filed as a ticket after it was taken up below the street. When and as what it was reported stays; the type may have
     * been found meanwhile.
     */
    Matter filed(@Nullable String newType, @Nullable String newCondition, @Nullable Urgency newUrgency) {
        return with(matter -> matter.classify(newType, newCondition, newUrgency));
    }

    Matter dueForClosing(@Nullable Instant at) {
        return with(matter -> matter.closeDueAt = at);
    }

    Matter counted(int moreReopened, int moreReworks, int moreReturns) {
        return with(matter -> {
            matter.reopened += moreReopened;
            matter.reworks += moreReworks;
            matter.returns += moreReturns;
        });
    }

    private Matter with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new Matter(
                ticketId,
                ticketNo,
                kind,
                copy.type,
                copy.condition,
                copy.urgency,
                grid,
                position,
                filedBy,
                filedAt,
                copy.round,
                copy.legs,
                copy.reopened,
                copy.reworks,
                copy.returns,
                copy.firstDispatchedAt,
                copy.firstDepartment,
                copy.closeDueAt);
    }

    /** What may change of a matter, while the next one is made of it. */
    private static final class Copy {

        private @Nullable String type;
        private @Nullable String condition;
        private @Nullable Urgency urgency;
        private int round;
        private List<LoopLeg> legs;
        private int reopened;
        private int reworks;
        private int returns;
        private @Nullable Instant firstDispatchedAt;
        private @Nullable String firstDepartment;
        private @Nullable Instant closeDueAt;

        private Copy(Matter matter) {
            classify(matter.type, matter.condition, matter.urgency);
            round = matter.round;
            legs = matter.legs;
            reopened = matter.reopened;
            reworks = matter.reworks;
            returns = matter.returns;
            firstDispatchedAt = matter.firstDispatchedAt;
            firstDepartment = matter.firstDepartment;
            closeDueAt = matter.closeDueAt;
        }

        private void classify(@Nullable String newType, @Nullable String newCondition, @Nullable Urgency newUrgency) {
            type = newType;
            condition = newCondition;
            urgency = newUrgency;
        }
    }
}
