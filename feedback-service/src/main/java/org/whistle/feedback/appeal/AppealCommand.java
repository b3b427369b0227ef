package org.whistle.feedback.appeal;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;

/** What somebody wants of an appeal that exists; the instant comes in with it. */
public sealed interface AppealCommand {

    /** When it is wanted. */
    Instant at();

    /** A department's manager appeals. */
    record File(UUID appealId, UUID assignmentId, String reason, Actor by, Instant at) {}

    /** The department goes on to the district. */
    record GoOn(String reason, Actor by, Instant at) implements AppealCommand {}

    /** A level decides. */
    record Decide(boolean excused, String reason, Judge by, Instant at) implements AppealCommand {}
}
