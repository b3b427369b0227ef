package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;
import org.whistle.contracts.feedback.ReporterAnswered;

/** What a person of the supervision side wants; the instant comes in with it. */
public sealed interface LoopCommand {

    /** When it is wanted. */
    Instant at();

    /**
     * Somebody was on site and says whether it is fixed (核查).
     *
     * @param note what was found; required when it is not fixed
     * @param position where the verifier stood
     * @param assignmentId the leg to send back when it is not fixed; the lead's when absent
     */
    record Verify(
            boolean fixed,
            @Nullable String note,
            Position position,
            List<UUID> photos,
            @Nullable UUID assignmentId,
            Party by,
            Instant at)
            implements LoopCommand {}

    /** The reporter was reached and answered (回访). */
    record TakeAnswer(
            ReporterAnswered.Channel channel,
            boolean solved,
            ReporterAnswered.Satisfaction satisfaction,
            @Nullable String comment,
            Party by,
            Instant at)
            implements LoopCommand {}

    /** The reporter was called and not reached. */
    record NoteAttempt(ReporterAnswered.Channel channel, Party by, Instant at) implements LoopCommand {}

    /** A supervisor closes because the reporter cannot be reached. */
    record CloseUnreachable(String reason, Party by, Instant at) implements LoopCommand {}

    /** The system closes what belongs to another channel. */
    record CloseNotAccepted(Instant at) implements LoopCommand {}
}
