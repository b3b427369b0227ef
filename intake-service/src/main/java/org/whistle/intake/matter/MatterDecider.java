package org.whistle.intake.matter;

import java.time.Instant;
import org.whistle.chassis.problem.Words;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.matter.MatterCommand.Answer;
import org.whistle.intake.matter.MatterCommand.Deliberate;
import org.whistle.intake.matter.MatterCommand.PassUp;
import org.whistle.intake.report.Chain;
import org.whistle.intake.report.Decision;
import org.whistle.intake.report.Decision.Accepted;
import org.whistle.intake.report.Decision.Rejected;

/** Decides how far up a matter goes (DOMAIN.md §2, the four kinds of matter). */
public final class MatterDecider {

    private MatterDecider() {}

    /** What a command leads to, or the rule it breaks. */
    public static Decision decide(Matter state, MatterCommand command, Facts facts) {
        return switch (state) {
            case Matter.Open open -> open(open, command, facts);
            case Matter.Answered ignored -> Rejected.of(MatterRule.MATTER_ANSWERED, null);
            case Matter.PassedUp ignored -> Rejected.of(MatterRule.MATTER_IS_TICKET, null);
        };
    }

    private static Decision open(Matter.Open open, MatterCommand command, Facts facts) {
        if (!Chain.actsFor(command.by().roles(), open.level())) {
            return Rejected.of(MatterRule.MATTER_AT_OTHER_LEVEL, null, words(open.level()));
        }
        return switch (command) {
            case Answer answer -> answer(open, answer);
            case PassUp pass -> passUp(open, pass, facts);
            case Deliberate held -> deliberate(open, held, facts);
        };
    }

    private static Decision answer(Matter.Open open, Answer command) {
        if (open.kind() == MatterKind.PROMINENT) {
            return Rejected.of(MatterRule.DELIBERATION_REQUIRED, null);
        }
        return Accepted.of(new MatterAnswered(
                open.id(),
                open.level(),
                command.answer(),
                command.by().actor(),
                command.by().at()));
    }

    private static Decision passUp(Matter.Open open, PassUp command, Facts facts) {
        if (open.kind() == MatterKind.PROMINENT) {
            return Rejected.of(MatterRule.DELIBERATION_REQUIRED, null);
        }
        ChainLevel to = Chain.above(open.level()).orElseThrow();
        MatterPassedUp passed = new MatterPassedUp(
                open.id(),
                open.level(),
                to,
                command.reason(),
                command.by().actor(),
                command.by().at());
        return to == ChainLevel.STREET ? Accepted.of(passed, facts.ticket()) : Accepted.of(passed);
    }

    private static Decision deliberate(Matter.Open open, Deliberate command, Facts facts) {
        if (open.kind() != MatterKind.PROMINENT) {
            return Rejected.of(MatterRule.DELIBERATION_NOT_MEANT, null);
        }
        if (command.participants() < facts.deliberationMinimum()) {
            return Rejected.of(
                    MatterRule.TOO_FEW_PARTICIPANTS,
                    "participants",
                    String.valueOf(command.participants()),
                    String.valueOf(facts.deliberationMinimum()));
        }
        if (command.heldAt().isBefore(facts.openedAt())
                || command.heldAt().isAfter(command.by().at())) {
            return Rejected.of(MatterRule.DELIBERATION_TIME_WRONG, "heldAt");
        }
        DeliberationHeld held = new DeliberationHeld(
                open.id(),
                command.participants(),
                command.options(),
                command.resolution(),
                command.becomesTicket(),
                command.by().actor(),
                command.heldAt());
        return command.becomesTicket() ? Accepted.of(held, facts.ticket()) : Accepted.of(held);
    }

    /** A level as people call it. */
    static Words words(ChainLevel level) {
        return switch (level) {
            case UNIT_STEWARD -> new Words("单元管家", "the unit steward");
            case BUILDING_HEAD -> new Words("楼栋长", "the building head");
            case GRID_WORKER -> new Words("网格员", "the grid worker");
            case BRANCH -> new Words("小区党支部", "the residential-area branch");
            case COMMUNITY -> new Words("社区", "the community");
            case STREET -> new Words("街道", "the street");
            case DISTRICT -> new Words("区", "the district");
        };
    }

    /**
     * What a decision rests on beside the matter.
     *
     * @param openedAt when the matter was reported
     * @param ticket the ticket it becomes if the street is to have it: the report as it was filed, from this moment on
     * @param deliberationMinimum fewest people of a deliberation, of the district's policy
     */
    public record Facts(Instant openedAt, ReportFiled ticket, int deliberationMinimum) {}
}
