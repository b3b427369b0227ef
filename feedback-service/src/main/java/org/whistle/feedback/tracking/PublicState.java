package org.whistle.feedback.tracking;

import java.util.List;
import org.whistle.chassis.problem.Words;
import org.whistle.contracts.MatterKind;
import org.whistle.feedback.loop.Loop;

/** How far a matter is, in the words of whoever reported it. */
public enum PublicState {
    REPORTED("已收到，等待分派", "Received; it will be assigned"),
    COMMUNITY("社区正在协调处理", "The community is looking after it"),
    SETTLED("已由社区协调解决", "Settled by the community"),
    QUEUED("街道正在确定由哪个部门办理", "The street office is deciding who handles it"),
    HANDLING("已派给责任部门，正在办理", "With the responsible department"),
    SUSPENDED("经批准暂缓办理，到期继续", "Put off with approval; it goes on by itself"),
    AWAITING_VERIFICATION("部门已办结，等待现场核查", "Handled; it will be checked on site"),
    AWAITING_ANSWER("核查通过，请您评价是否解决", "Checked on site; please say whether it is solved"),
    REOPENED("您反映尚未解决，正在重新办理", "Not solved, as you said; it is taken up again"),
    MERGED("与同一事项合并办理", "Handled together with the same matter"),
    SOLVED("已解决，已结案", "Solved and closed"),
    CLOSED("已办结核查，未能联系到您，已结案", "Handled and checked; closed without having reached you"),
    NOT_ACCEPTED("不属于受理范围，已告知去处", "Not a matter for us; you are told where it belongs"),
    REGISTERED("已现场处理并登记", "Handled on the spot");

    private final Words words;

    PublicState(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** The state as a sentence. */
    public Words words() {
        return words;
    }

    /** The state of a loop. */
    static PublicState of(Loop loop, List<Told> told) {
        return switch (loop) {
            case Loop.Reported ignored -> REPORTED;
            case Loop.Queued ignored -> QUEUED;
            case Loop.Handling handling -> isSuspended(handling) ? SUSPENDED : HANDLING;
            case Loop.AwaitingVerification ignored -> AWAITING_VERIFICATION;
            case Loop.AwaitingAnswer ignored -> AWAITING_ANSWER;
            case Loop.Answered ignored -> AWAITING_ANSWER;
            case Loop.Reopened ignored -> REOPENED;
            case Loop.NotAccepted ignored -> NOT_ACCEPTED;
            case Loop.Merged ignored -> MERGED;
            case Loop.Closed closed ->
                switch (closed.outcome()) {
                    case SOLVED -> SOLVED;
                    case UNREACHABLE -> CLOSED;
                    case NOT_ACCEPTED -> NOT_ACCEPTED;
                };
            case Loop.Registered registered -> registered(registered, told);
        };
    }

    private static boolean isSuspended(Loop.Handling handling) {
        return handling.matter()
                .lead()
                .filter(leg -> leg.course().suspendedUntil() != null)
                .isPresent();
    }

    private static PublicState registered(Loop.Registered loop, List<Told> told) {
        if (loop.matter().kind() == MatterKind.ROUTINE) {
            return REGISTERED;
        }
        return told.stream().anyMatch(one -> one.kind() == Told.Kind.SETTLED) ? SETTLED : COMMUNITY;
    }
}
