package org.whistle.intake.alarm;

import java.util.Arrays;
import java.util.Optional;
import org.whistle.chassis.problem.Words;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.intake.alarm.AlarmCommand.Acknowledge;
import org.whistle.intake.alarm.AlarmCommand.MarkSafe;
import org.whistle.intake.report.Decision;
import org.whistle.intake.report.Decision.Accepted;
import org.whistle.intake.report.Decision.Rejected;

/** Decides who has acknowledged an alarm and when it is over. */
public final class AlarmDecider {

    private AlarmDecider() {}

    /** What a command leads to, or the rule it breaks. */
    public static Decision decide(Alarm state, AlarmCommand command) {
        return switch (state) {
            case Alarm.Raised raised ->
                switch (command) {
                    case Acknowledge acknowledge -> acknowledge(raised, acknowledge);
                    case MarkSafe safe -> markSafe(raised, safe);
                };
            case Alarm.Safe ignored -> Rejected.of(AlarmRule.ALARM_OVER, null);
        };
    }

    private static Decision acknowledge(Alarm.Raised raised, Acknowledge command) {
        AlarmLevel asked = command.level();
        if (command.by().levels().isEmpty()
                || asked != null && !command.by().levels().contains(asked)) {
            return Rejected.of(AlarmRule.ALARM_LEVEL_NOT_YOURS, asked == null ? null : "level");
        }
        Optional<AlarmLevel> level = Arrays.stream(AlarmLevel.values())
                .filter(command.by().levels()::contains)
                .filter(own -> asked == null || own == asked)
                .filter(own -> !raised.acknowledged().contains(own))
                .findFirst();
        return level.<Decision>map(own -> Accepted.of(new AlarmAcknowledged(
                        raised.ticketId(),
                        own,
                        command.by().actor(),
                        command.by().at())))
                .orElseGet(() -> Rejected.of(AlarmRule.ALARM_ACKNOWLEDGED, null, words(asked(command))));
    }

    /** The level a refusal speaks of. */
    private static AlarmLevel asked(Acknowledge command) {
        return command.level() != null
                ? command.level()
                : command.by().levels().stream().sorted().findFirst().orElseThrow();
    }

    private static Decision markSafe(Alarm.Raised raised, MarkSafe command) {
        if (command.by().levels().isEmpty() && !command.by().onSite()) {
            return Rejected.of(AlarmRule.ALARM_LEVEL_NOT_YOURS, null);
        }
        return Accepted.of(new MarkedSafe(
                raised.ticketId(),
                command.note(),
                command.by().actor(),
                command.by().at()));
    }

    private static Words words(AlarmLevel level) {
        return switch (level) {
            case COMMUNITY -> new Words("社区", "the community");
            case STREET -> new Words("街道", "the street");
            case DISTRICT -> new Words("区", "the district");
        };
    }
}
